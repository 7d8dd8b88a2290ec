package dev.parley.testkit.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyTarget;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A platform with an adapter that is started, and questions that were asked on it.
abstract class StagedPlatform {
  /// A command whose reply is for its asker alone.
  static final CommandSpec PRIVATE = command("quota", CommandSpec.Visibility.ASKER);

  /// A command whose reply is for everyone.
  static final CommandSpec PUBLIC = command("reset", CommandSpec.Visibility.EVERYONE);

  final RecordingHandler handler = new RecordingHandler(PRIVATE, PUBLIC);
  private final List<String> references = new CopyOnWriteArrayList<>();
  PlatformStage stage;

  private static CommandSpec command(String name, CommandSpec.Visibility visibility) {
    return new CommandSpec(
        List.of(name),
        "Does something",
        List.of(CommandOption.text("what", "What", false)),
        visibility,
        CommandSpec.Access.EVERYONE);
  }

  /// A new platform with adapters that are not started yet.
  protected abstract PlatformStage stage();

  @BeforeEach
  void startAdapter() {
    stage = stage();
    stage.adapter().start(handler);
  }

  @AfterEach
  void closeStage() {
    handler.letGo();
    stage.adapter().close();
    stage.close();
  }

  ReplyTarget asked(String text) {
    assertThat(stage.deliver(stage.compose(text))).isTrue();
    InboundMessage message = handler.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    return target(turn, message, Optional.empty());
  }

  ReplyTarget takenOver(ReplyTarget target) {
    Optional<String> reference =
        references.isEmpty() ? Optional.empty() : Optional.of(references.getLast());
    return target(target.turn(), target.message(), reference);
  }

  private ReplyTarget target(TurnRef turn, InboundMessage message, Optional<String> reference) {
    FileContents files = handler.files(turn.conversation().tenant());
    return new ReplyTarget(turn, message, reference, false, references::add, files);
  }

  static ConditionFactory soon() {
    return await().atMost(10, SECONDS);
  }
}
