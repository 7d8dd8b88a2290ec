package dev.parley.testkit.platform;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.parley.attachment.AttachmentContent;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A core that remembers what adapters hand it, and does with it what the test says.
public final class RecordingHandler implements InboundHandler {
  private static final int LONGEST_HOLD_SECONDS = 30;

  /// What the handler does with messages.
  public enum Mood {
    ACCEPTING,
    FULL,
    STORE_AWAY
  }

  /// A wish to stop a turn, and whose it was.
  public record Stop(TurnRef turn, Requester by) {}

  /// What somebody wants done with an answer.
  public record Wish(String what, TurnRef turn, Requester by) {}

  /// A command line, and where it was typed.
  public record Line(String text, CommandInvocation context) {}

  private final List<InboundMessage> accepted = new CopyOnWriteArrayList<>();
  private final List<Stop> stops = new CopyOnWriteArrayList<>();
  private final List<InboundMessage> edits = new CopyOnWriteArrayList<>();
  private final List<MessageId> withdrawals = new CopyOnWriteArrayList<>();
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Set<MessageId> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<CommandSpec> commands;
  private final Map<String, AttachmentContent> files = new ConcurrentHashMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Mood mood = Mood.ACCEPTING;
  private volatile StopOutcome stopOutcome = StopOutcome.STOPPING;
  private volatile RegenerateOutcome regenerateOutcome = RegenerateOutcome.STARTED;
  private volatile DiscardOutcome discardOutcome = new DiscardOutcome.Discarded(Optional.empty());
  private volatile List<String> suggestions = List.of();
  private volatile Reply commandReply = Reply.answer("Done.");
  private volatile Consumer<InboundMessage> onAccepted = message -> {};

  public RecordingHandler(CommandSpec... commands) {
    this.commands = List.of(commands);
  }

  @Override
  public MessageReceipt onMessage(InboundMessage message) {
    pass();
    return switch (mood) {
      case STORE_AWAY -> throw new StoreUnavailableException("the store is away", null);
      case FULL -> MessageReceipt.REFUSED;
      case ACCEPTING -> accept(message);
    };
  }

  private void pass() {
    waiting.incrementAndGet();
    try {
      if (!gate.await(LONGEST_HOLD_SECONDS, SECONDS)) {
        throw new IllegalStateException("held, and never let go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private MessageReceipt accept(InboundMessage message) {
    if (!known.add(message.id())) {
      return MessageReceipt.DUPLICATE;
    }
    accepted.add(message);
    onAccepted.accept(message);
    return MessageReceipt.ACCEPTED;
  }

  @Override
  public Reply onCommand(CommandInvocation invocation) {
    return onCommandLine("/" + String.join(" ", invocation.words()), invocation);
  }

  @Override
  public Reply onCommandLine(String line, CommandInvocation context) {
    lines.add(new Line(line, context));
    return commandReply;
  }

  @Override
  public StopOutcome onStop(TurnRef turn, Requester by) {
    stops.add(new Stop(turn, by));
    return stopOutcome;
  }

  @Override
  public StopOutcome onStopIn(Place place, Requester by) {
    return accepted.stream()
        .filter(message -> message.place().equals(place))
        .reduce((earlier, later) -> later)
        .map(
            message ->
                new TurnRef(
                    message.place().conversation(SessionScope.THREAD, message.author().id()),
                    message.id()))
        .map(turn -> onStop(turn, by))
        .orElse(StopOutcome.NOT_RUNNING);
  }

  @Override
  public EditOutcome onEdit(InboundMessage message) {
    edits.add(message);
    return EditOutcome.REPLACED;
  }

  @Override
  public void onWithdrawal(TenantId tenant, MessageId message) {
    withdrawals.add(message);
  }

  @Override
  public RegenerateOutcome onRegenerate(TurnRef turn, Requester by) {
    wishes.add(new Wish("regenerate", turn, by));
    return regenerateOutcome;
  }

  @Override
  public boolean onFeedback(TurnRef turn, UserId by, Feedback feedback) {
    wishes.add(new Wish(feedback.name(), turn, Requester.plain(by)));
    return true;
  }

  @Override
  public DiscardOutcome onDiscard(TurnRef turn, Requester by) {
    wishes.add(new Wish("discard", turn, by));
    return discardOutcome;
  }

  @Override
  public FileContents files(TenantId tenant) {
    return file -> Optional.ofNullable(files.get(file.sha256()));
  }

  /// From now on, the bytes of this file are kept.
  public void keep(AttachmentContent content) {
    files.put(content.sha256(), content);
  }

  /// From now on, no bytes are kept any more.
  public void forgetFiles() {
    files.clear();
  }

  @Override
  public List<CommandSpec> commands() {
    return commands;
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return suggestions;
  }

  /// What people are offered from now on while they type an option.
  public void suggest(String... values) {
    suggestions = List.of(values);
  }

  /// Lets messages wait inside the handler until [#letGo()].
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void letGo() {
    gate.countDown();
  }

  /// Whether somebody waits since [#hold()].
  public boolean isHolding() {
    return waiting.get() > 0;
  }

  public void become(Mood newMood) {
    mood = newMood;
  }

  public void answerStopsWith(StopOutcome outcome) {
    stopOutcome = outcome;
  }

  public void answerWishesWith(RegenerateOutcome regenerate, DiscardOutcome discard) {
    regenerateOutcome = regenerate;
    discardOutcome = discard;
  }

  public List<Wish> wishes() {
    return wishes;
  }

  public void answerCommandsWith(Reply reply) {
    commandReply = reply;
  }

  /// What happens on the adapter's thread when a new message is accepted.
  public void whenAccepted(Consumer<InboundMessage> action) {
    onAccepted = action;
  }

  /// The messages that were accepted, without duplicates.
  public List<InboundMessage> accepted() {
    return accepted;
  }

  public List<InboundMessage> edits() {
    return edits;
  }

  public List<MessageId> withdrawals() {
    return withdrawals;
  }

  public List<Stop> stops() {
    return stops;
  }

  public List<Line> lines() {
    return lines;
  }
}
