package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandInvocation;
import dev.parley.identity.MessageId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyAction.Style;
import dev.parley.message.Wish;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How buttons below replies run commands, on each platform.
abstract class ReplyActionsContract extends ReplyFilesContract {
  static final ReplyAction ASK = new ReplyAction("Ask for more", "/quota request", Style.PRIMARY);
  static final ReplyAction RESET = new ReplyAction("Reset", "/reset now", Style.DANGER);
  private static final ReplyAction AGAIN = new ReplyAction("Again", "/quota again", Style.PLAIN);
  private static final ReplyAction GONE = new ReplyAction("Old", "/gone r7f3a", Style.PLAIN);

  private void answer(PlatformAdapter adapter, ReplyTarget target, ReplyAction... actions) {
    try (ReplyChannel channel = adapter.replyTo(target)) {
      channel.finish(Reply.answer("Enough for today.").withActions(List.of(actions)));
    }
  }

  CommandInvocation pressed(String label, String line) {
    stage.press(label);
    soon().until(() -> handler.lines().stream().anyMatch(it -> it.text().equals(line)));
    return handler.lines().getLast().context();
  }

  private void soonWhispered(String text) {
    soon().until(() -> stage.whispered().stream().anyMatch(it -> it.text().equals(text)));
  }

  @Test
  @DisplayName("A button runs its command as who presses it, in the place where it stands")
  void runsCommand() {
    Set<String> groups = stage.join("editors");
    ReplyTarget target = asked("Hello");
    answer(stage.adapter(), target, ASK, RESET);

    CommandInvocation context = pressed("Ask for more", "/quota request");

    assertThat(stage.buttons()).containsExactly("Ask for more", "Reset");
    assertThat(context.author()).isEqualTo(target.message().author());
    assertThat(context.place()).isEqualTo(target.message().place());
    assertThat(context.groups()).isEqualTo(groups);
    soonWhispered("Done.");
  }

  @Test
  @DisplayName("The reply to a press is for everyone where the command's reply is")
  void repliesToEveryone() {
    answer(stage.adapter(), asked("Hello"), ASK, RESET);

    pressed("Reset", "/reset now");

    soon().until(() -> stage.shown().stream().anyMatch(it -> it.text().equals("Done.")));
    assertThat(stage.whispered()).isEmpty();
  }

  @Test
  @DisplayName("Buttons that another instance posted work, and are there once")
  void anotherInstancesButtons() {
    ReplyTarget target = asked("Hello");

    answer(stage.anotherInstance(), target, ASK);
    answer(stage.anotherInstance(), takenOver(target), ASK);
    pressed("Ask for more", "/quota request");

    assertThat(stage.buttons()).containsExactly("Ask for more");
    soonWhispered("Done.");
  }

  @Test
  @DisplayName("A button whose command is gone is answered, to who pressed it")
  void commandGone() {
    handler.answerCommandsWith(Reply.notice("There is no such command."));
    answer(stage.adapter(), asked("Hello"), GONE);

    pressed("Old", "/gone r7f3a");

    soonWhispered("There is no such command.");
    assertThat(stage.shown()).hasSize(1);
  }

  @Test
  @DisplayName("What a press is answered with may have buttons too")
  void buttonsInReplies() {
    answer(stage.adapter(), asked("Hello"), ASK);
    handler.answerCommandsWith(Reply.notice("Asked.").withActions(List.of(AGAIN)));

    pressed("Ask for more", "/quota request");
    soon().until(() -> stage.buttons().contains("Again"));
    handler.answerCommandsWith(Reply.notice("Asked twice."));
    pressed("Again", "/quota again");

    soonWhispered("Asked twice.");
  }

  @Test
  @DisplayName(
      "What came of an approved call is an answer of its own, once, whatever is there already")
  void approvedCall() {
    ReplyTarget target = asked("Hello");
    answer(stage.adapter(), target, ASK, RESET);
    pressed("Reset", "/reset now");
    soon().until(() -> stage.shown().stream().anyMatch(it -> it.text().equals("Done.")));
    ReplyTarget run = run(target);

    for (int owner = 0; owner < 2; owner++) {
      try (ReplyChannel channel = stage.anotherInstance().replyTo(run)) {
        channel.working("Using send_mail…");
        channel.finish(Reply.answer("It ran."));
      }
    }

    assertThat(stage.shown())
        .extracting(PlatformStage.ShownReply::text)
        .containsExactlyInAnyOrder("Enough for today.", "Done.", "It ran.");
  }

  /// The turn that runs an approved call of an answer, of which nobody knows how far it came.
  private static ReplyTarget run(ReplyTarget target) {
    InboundMessage asked = target.message();
    InboundMessage message =
        new InboundMessage(
            new MessageId("run-1a2b3c4d-0123456789ab"),
            asked.place(),
            asked.author(),
            asked.addressing(),
            "",
            asked.sentAt().minusSeconds(60),
            asked.replyAddress(),
            List.of(),
            asked.groups(),
            Wish.RUN_TOOL);
    return new ReplyTarget(
        new TurnRef(target.turn().conversation(), message.id()),
        message,
        Optional.empty(),
        false,
        _ -> {},
        target.files());
  }

  @Test
  @DisplayName("Whatever stands on a button calls nobody")
  void harmlessLabels() {
    String hostile = "<!channel> @everyone <b>x</b>";

    answer(stage.adapter(), asked("Hello"), new ReplyAction(hostile, "/quota", Style.PLAIN));

    assertThat(stage.buttons()).containsExactly(hostile);
    assertThat(stage.dangers()).isEmpty();
  }
}
