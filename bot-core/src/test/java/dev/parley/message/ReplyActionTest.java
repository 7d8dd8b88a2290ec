package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.ReplyAction.Style;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A button below a reply")
class ReplyActionTest {
  private static final ReplyAction ASK = new ReplyAction("Ask", "/quota request", Style.PRIMARY);

  @Test
  @DisplayName("has a label and a line that every platform takes")
  void fits() {
    assertThat(new ReplyAction("x".repeat(75), "/" + "y".repeat(89), Style.PLAIN).line())
        .hasSize(90);

    assertThatThrownBy(() -> new ReplyAction("x".repeat(76), "/y", Style.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReplyAction("x", "/" + "y".repeat(90), Style.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReplyAction(" ", "/y", Style.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("runs a command, on one line")
  void isCommand() {
    assertThatThrownBy(() -> new ReplyAction("x", "quota request", Style.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReplyAction("x", "/quota\nrequest", Style.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("stays where the words or the files of the reply become others; there are five")
  void ofReply() {
    Reply reply = Reply.notice("Enough.").withActions(List.of(ASK));

    assertThat(reply.saying("Too much.").actions()).containsExactly(ASK);
    assertThat(reply.with(List.of()).actions()).containsExactly(ASK);
    assertThat(reply.withActions(Collections.nCopies(5, ASK)).actions()).hasSize(5);
    assertThatThrownBy(() -> reply.withActions(Collections.nCopies(6, ASK)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
