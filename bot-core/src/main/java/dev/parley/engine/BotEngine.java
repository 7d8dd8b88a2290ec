package dev.parley.engine;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentStore;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.command.Commands;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.Requester;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.turn.Cancellation;
import dev.parley.turn.Compactor;
import dev.parley.turn.TurnRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The front door of the bot: takes what platforms hand in, and sees each turn to its end.
public final class BotEngine implements InboundHandler, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BotEngine.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private final Inbox inbox;
  private final PastTurns pastTurns;
  private final AttachmentStore files;
  private final Commands commands;
  private final EngineSettings settings;
  private final RunningTurns running;
  private final TurnDesk desk;
  private final Lookout lookout;
  private final AtomicBoolean draining = new AtomicBoolean();

  /// @param mostTakeOvers after how many lost owners a turn is given up
  public BotEngine(
      Store store,
      Platforms platforms,
      TurnRunner runner,
      Compactor compactor,
      Commands commands,
      int mostTakeOvers,
      EngineSettings settings) {
    this.inbox = store.inbox();
    this.pastTurns = store.pastTurns();
    this.files = store.attachments().store();
    this.commands = commands;
    this.settings = settings;
    this.running = new RunningTurns(settings.mostAtOnce());
    this.desk =
        new TurnDesk(store, runner, compactor, platforms, mostTakeOvers, () -> !draining.get());
    this.lookout = new Lookout(inbox, platforms.names(), running, this::start);
  }

  /// Where messages wait, turns are journaled, past ones are known, and files are taken in.
  public record Store(
      Inbox inbox, TurnJournal journal, PastTurns pastTurns, AttachmentIntake attachments) {}

  /// Begins to look for turns that wait or were left behind.
  public void begin() {
    lookout.begin(settings.lookEvery());
  }

  @Override
  public MessageReceipt onMessage(InboundMessage message) {
    boolean room = !draining.get() && running.reserve();
    boolean taken = false;
    try {
      Accepted accepted = inbox.accept(message, room);
      if (accepted instanceof Accepted.Claimed claimed) {
        taken = true;
        start(claimed.turn());
      }
      return receipt(accepted);
    } finally {
      if (room && !taken) {
        free();
      }
    }
  }

  private static MessageReceipt receipt(Accepted accepted) {
    return switch (accepted) {
      case Accepted.Claimed _, Accepted.Waiting _ -> MessageReceipt.ACCEPTED;
      case Accepted.Duplicate _ -> MessageReceipt.DUPLICATE;
      case Accepted.Ignored _ -> MessageReceipt.IGNORED;
      case Accepted.Full _ -> MessageReceipt.REFUSED;
    };
  }

  /// Runs a turn, and those that follow it in its conversation, in room reserved before.
  private void start(ClaimedTurn turn) {
    Thread.ofVirtual()
        .name("turn " + turn.lease().turn().id())
        .start(
            () -> {
              try {
                work(turn);
              } finally {
                free();
              }
            });
  }

  private void work(ClaimedTurn first) {
    Optional<ClaimedTurn> turn = Optional.of(first);
    while (turn.isPresent()) {
      ClaimedTurn current = turn.get();
      Cancellation cancellation = running.begin(current.lease());
      try {
        turn = desk.handle(current, cancellation);
      } finally {
        running.end(current.lease());
      }
    }
  }

  private void free() {
    if (running.free(1)) {
      lookout.call();
    }
  }

  @Override
  public Reply onCommand(CommandInvocation invocation) {
    return commands.run(invocation);
  }

  @Override
  public Reply onCommandLine(String line, CommandInvocation context) {
    return commands.runLine(line, context);
  }

  @Override
  public StopOutcome onStop(TurnRef turn, Requester by) {
    return inbox.stop(turn, commands.admins().recognised(by));
  }

  @Override
  public StopOutcome onStopIn(Place place, Requester by) {
    return inbox
        .running(place, by.user())
        .map(turn -> inbox.stop(turn, commands.admins().recognised(by)))
        .orElse(StopOutcome.NOT_RUNNING);
  }

  @Override
  public EditOutcome onEdit(InboundMessage message) {
    return inbox.edit(message);
  }

  @Override
  public void onWithdrawal(TenantId tenant, MessageId message) {
    inbox.withdraw(tenant, message);
  }

  @Override
  public RegenerateOutcome onRegenerate(TurnRef turn, Requester by) {
    return pastTurns.regenerate(turn, commands.admins().recognised(by));
  }

  @Override
  public boolean onFeedback(TurnRef turn, UserId by, Feedback feedback) {
    return pastTurns.rate(turn, by, feedback);
  }

  @Override
  public DiscardOutcome onDiscard(TurnRef turn, Requester by) {
    return pastTurns.discard(turn, commands.admins().recognised(by));
  }

  @Override
  public FileContents files(TenantId tenant) {
    return ReplyChannels.contents(files, tenant);
  }

  @Override
  public List<CommandSpec> commands() {
    return commands.specs();
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return commands.suggestions(option, invocation);
  }

  /// Begins no more turns, waits for the running ones, and gives back what is not finished in time.
  /// Messages that still come are stored for the next start. Does so once.
  public void drain() {
    if (draining.getAndSet(true)) {
      return;
    }
    lookout.stopClaiming();
    try {
      if (!running.awaitNone(settings.drainTime())) {
        log.info("turns that still run are left for the next start");
        running.cancelAll(Cancellation.Cause.DRAINING);
        running.awaitNone(LAST_WORDS);
      }
    } catch (InterruptedException hurried) {
      running.cancelAll(Cancellation.Cause.DRAINING);
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    drain();
    lookout.close();
  }
}
