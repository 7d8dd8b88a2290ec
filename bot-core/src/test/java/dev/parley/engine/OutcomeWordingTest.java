package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.Attachment;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.turn.TurnOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The wording of outcomes")
class OutcomeWordingTest {
  @Test
  @DisplayName("gives an answer as it is")
  void givesAnAnswerAsItIs() {
    Reply reply = OutcomeWording.reply(new TurnOutcome.Answered("Paris."));

    assertThat(reply).isEqualTo(Reply.answer("Paris."));
  }

  @Test
  @DisplayName("says it where an answer is not whole, and keeps what there is of it")
  void saysWhatIsMissing() {
    List<TurnOutcome> partial =
        List.of(
            new TurnOutcome.Truncated("Half"),
            new TurnOutcome.CutOff("Half"),
            new TurnOutcome.Stopped("Half"));

    List<Reply> replies = partial.stream().map(OutcomeWording::reply).toList();

    assertThat(replies)
        .allSatisfy(reply -> assertThat(reply.markdown()).startsWith("Half\n\n_"))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("gives pictures that come without words some, however the answer ended")
  void captions() {
    ReplyFile picture =
        new ReplyFile(new Attachment("picture-1.png", "image/png", "ab12", 3), "Picture for: x");
    Stream<TurnOutcome> silent =
        Stream.of(
            new TurnOutcome.Answered(" "),
            new TurnOutcome.Truncated(""),
            new TurnOutcome.CutOff(""),
            new TurnOutcome.Stopped(""));

    List<Reply> replies =
        silent
            .map(outcome -> OutcomeWording.reply(outcome, List.of(picture), List.of("And this.")))
            .toList();

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.markdown()).startsWith("Here is the picture.").endsWith("And this.");
              assertThat(reply.tone()).isEqualTo(Reply.Tone.ANSWER);
              assertThat(reply.files()).containsExactly(picture);
            });
  }

  @Test
  @DisplayName("closes a code block that broke off, so that the note is not part of the code")
  void closesABrokenCodeBlock() {
    Reply reply = OutcomeWording.reply(new TurnOutcome.Stopped("Look:\n```java\nint a;"));

    assertThat(reply.markdown()).isEqualTo("Look:\n```java\nint a;\n```\n\n_Stopped._");
  }

  @Test
  @DisplayName("has a sentence of its own for each ending without an answer")
  void hasASentenceForEach() {
    Stream<TurnOutcome> silent =
        Stream.of(
                Stream.of(
                    new TurnOutcome.Truncated(""),
                    new TurnOutcome.CutOff(" "),
                    new TurnOutcome.Stopped(""),
                    new TurnOutcome.Withheld(true, ""),
                    new TurnOutcome.Withheld(false, "some"),
                    new TurnOutcome.Empty()),
                Stream.of(TurnOutcome.Failure.values()).map(TurnOutcome.Failed::new),
                Stream.of(TurnOutcome.Missing.values())
                    .map(why -> new TurnOutcome.NoPicture(why, "")))
            .flatMap(some -> some);

    List<Reply> replies = silent.map(OutcomeWording::reply).toList();

    assertThat(replies).extracting(Reply::markdown).doesNotHaveDuplicates();
    assertThat(replies).extracting(Reply::tone).doesNotContain(Reply.Tone.ANSWER);
  }
}
