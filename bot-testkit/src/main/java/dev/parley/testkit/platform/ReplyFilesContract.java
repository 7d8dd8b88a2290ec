package dev.parley.testkit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.attachment.SomePicture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What being an adapter means for the files of a reply.
abstract class ReplyFilesContract extends StagedPlatform {
  @Test
  @DisplayName("An answer's picture is there once, also where two instances finish the answer")
  void pictureOnce() {
    handler.keep(SomePicture.RED);
    ReplyTarget target = asked("Paint it red");
    Reply reply = Reply.answer("Here it is.").with(List.of(picture(SomePicture.RED)));

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.stream("Here ");
      channel.finish(reply);
      channel.finish(reply);
    }
    try (ReplyChannel channel = stage.anotherInstance().replyTo(takenOver(target))) {
      channel.working("thinking");
      channel.finish(reply);
    }

    assertThat(stage.shownFiles()).containsExactly(SomePicture.RED.sha256());
    assertThat(stage.shown()).containsExactly(new PlatformStage.ShownReply("Here it is.", true));
  }

  @Test
  @DisplayName("Pictures come in their order, also where another instance posts them")
  void picturesInOrder() {
    handler.keep(SomePicture.RED);
    handler.keep(SomePicture.BLUE);
    ReplyTarget target = asked("Paint it red and blue");
    Reply reply =
        Reply.answer("Here they are.")
            .with(List.of(picture(SomePicture.RED), picture(SomePicture.BLUE)));

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.stream("Here ");
    }
    try (ReplyChannel channel = stage.anotherInstance().replyTo(takenOver(target))) {
      channel.finish(reply);
    }

    assertThat(stage.shownFiles())
        .containsExactly(SomePicture.RED.sha256(), SomePicture.BLUE.sha256());
  }

  @ParameterizedTest(name = "of {0} words")
  @ValueSource(ints = {900, 9_000})
  @DisplayName("A picture arrives with a text, however long that is")
  void longText(int words) {
    handler.keep(SomePicture.RED);
    ReplyTarget target = asked("Paint it red, and tell all about it");
    String text =
        IntStream.range(0, words)
            .mapToObj(number -> "word" + number)
            .collect(Collectors.joining(" "));

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.finish(Reply.answer(text).with(List.of(picture(SomePicture.RED))));
    }

    String shown =
        stage.shown().stream()
            .map(PlatformStage.ShownReply::text)
            .collect(Collectors.joining("\n"));
    String inFile = AttachmentContent.of(text.getBytes(UTF_8)).sha256();
    assertThat(stage.shownFiles()).contains(SomePicture.RED.sha256());
    assertThat(shown).contains("word0 ");
    assertThat(shown.contains("word" + (words - 1)) || stage.shownFiles().contains(inFile))
        .isTrue();
  }

  @Test
  @DisplayName(
      "A picture that is not kept any more is told of, and the words are there all the same")
  void pictureForgotten() {
    ReplyTarget target = asked("Paint it red");

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.finish(Reply.answer("Here it is.").with(List.of(picture(SomePicture.RED))));
    }

    assertThat(stage.shownFiles()).isEmpty();
    assertThat(stage.shown().getFirst().text()).startsWith("Here it is.");
    assertThat(stage.shown())
        .extracting(PlatformStage.ShownReply::text)
        .anyMatch(text -> text.contains(ReplyFile.FORGOTTEN));
  }

  private static ReplyFile picture(AttachmentContent content) {
    return new ReplyFile(SomePicture.file("picture-1.png", content), "Picture for: Paint it");
  }
}
