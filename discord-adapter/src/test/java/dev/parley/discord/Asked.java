package dev.parley.discord;

import static org.awaitility.Awaitility.await;

import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.discord.DiscordMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A question that the core has, and what it keeps of the answer.
final class Asked {
  final InboundMessage message;
  private final List<String> references = new CopyOnWriteArrayList<>();

  private Asked(InboundMessage message) {
    this.message = message;
  }

  /// Waits until the core has what somebody said.
  static Asked heard(RecordingHandler core, DiscordMessage said) {
    return heard(core, said.id());
  }

  static Asked heard(RecordingHandler core, String id) {
    await().atMost(DiscordHarness.LIMIT).until(() -> find(core, id).isPresent());
    return new Asked(find(core, id).orElseThrow());
  }

  private static Optional<InboundMessage> find(RecordingHandler core, String id) {
    return core.accepted().stream().filter(it -> it.id().value().equals(id)).findFirst();
  }

  TurnRef turn() {
    return new TurnRef(
        message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
  }

  /// The messages of the answer, as the core keeps them.
  Optional<String> reference() {
    return references.isEmpty() ? Optional.empty() : Optional.of(references.getLast());
  }

  ReplyTarget target() {
    return new ReplyTarget(turn(), message, reference(), false, references::add, FileContents.NONE);
  }

  ReplyChannel open(PlatformAdapter adapter) {
    return adapter.replyTo(target());
  }

  void answer(PlatformAdapter adapter, String markdown) {
    try (ReplyChannel reply = open(adapter)) {
      reply.finish(Reply.answer(markdown));
    }
  }

  /// Answers as an instance does that takes the turn over long after it was asked.
  void answerLate(PlatformAdapter adapter, String markdown) {
    InboundMessage old =
        new InboundMessage(
            message.id(),
            message.place(),
            message.author(),
            message.addressing(),
            message.text(),
            message.sentAt().minusSeconds(3_600),
            message.replyAddress(),
            message.attachments());
    new Asked(old).answer(adapter, markdown);
  }
}
