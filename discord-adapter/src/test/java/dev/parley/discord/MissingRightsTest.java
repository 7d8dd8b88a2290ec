package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer for which the bot lacks a right in Discord")
@Timeout(60)
final class MissingRightsTest {
  private static final String POST = "POST /channels/{}/messages";

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();

  @AfterEach
  void close() {
    harness.close();
  }

  private SaidMessage ask() {
    return harness.ann.says(harness.general, harness.mention() + " How do tides work?");
  }

  private List<ShownMessage> direct() {
    return harness.ann.dm().botMessages();
  }

  private static String paragraphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> number + " " + "word ".repeat(100).strip())
        .collect(Collectors.joining("\n\n"));
  }

  @Nested
  @DisplayName("to attach files")
  class Files {
    private final DiscordAdapter adapter = harness.started(harness.settings(), core);
    private final SaidMessage question = ask();
    private final Asked asked = Asked.heard(core, question);

    Files() {
      harness.general.denyBot(Permission.ATTACH_FILES);
    }

    private String text() {
      return question.answers().stream()
          .map(ShownMessage::text)
          .collect(Collectors.joining("\n\n"));
    }

    @Test
    @DisplayName("is there in more messages than usual where it is long, also a second time")
    void longer() {
      String whole = paragraphs(18);

      asked.answer(adapter, whole);
      asked.answer(adapter, whole);

      assertThat(question.answers()).hasSizeBetween(5, 10);
      assertThat(text()).isEqualTo(whole);
      assertThat(direct()).isEmpty();
    }

    @Test
    @DisplayName("grows as ever, and is there in words in the end")
    void grown() {
      String whole = paragraphs(18);

      try (ReplyChannel reply = asked.open(adapter)) {
        reply.stream(paragraphs(1));
        await().atMost(DiscordHarness.LIMIT).until(() -> !question.answers().isEmpty());
        reply.finish(Reply.answer(whole));
      }

      assertThat(text()).isEqualTo(whole);
      assertThat(direct()).isEmpty();
    }

    @Test
    @DisplayName("begins in ten messages, and is whole for its asker, where it is very long")
    void tooLong() {
      asked.answer(adapter, paragraphs(60));

      assertThat(question.answers()).hasSize(10);
      assertThat(question.answers().getLast().text()).contains("The answer goes on");
      assertThat(question.answers().getLast().labels()).contains("Again");
      assertThat(direct())
          .singleElement()
          .matches(message -> message.text().contains("no files where you asked"))
          .extracting(ShownMessage::files)
          .asInstanceOf(LIST)
          .hasSize(1);
    }

    @Test
    @DisplayName("names its pictures, which its asker gets")
    void picture() {
      ReplyTarget target = asked.target();
      AttachmentContent red = SomePicture.RED;
      ReplyFile picture = new ReplyFile(SomePicture.file("red.png", red), "A red square");

      try (ReplyChannel reply =
          adapter.replyTo(
              new ReplyTarget(
                  target.turn(),
                  target.message(),
                  target.reference(),
                  false,
                  target.keepReference(),
                  _ -> Optional.of(red)))) {
        reply.finish(Reply.answer("Here it is.").with(List.of(picture)));
      }

      assertThat(text()).startsWith("Here it is.").contains("no files here", "`red.png`");
      assertThat(direct().getFirst().files())
          .singleElement()
          .extracting(SharedFile::name)
          .isEqualTo("red.png");
    }
  }

  @Nested
  @DisplayName("to write in threads")
  class Threads {
    private final DiscordAdapter adapter =
        harness.started(harness.settings(true, AnswerIn.THREAD), core);

    private void assertReplied(SaidMessage question, String text) {
      assertThat(question.replies()).singleElement().extracting(ShownMessage::text).isEqualTo(text);
      assertThat(direct()).isEmpty();
    }

    @Test
    @DisplayName("is a reply in the channel, and no thread is opened")
    void inChannel() {
      harness.general.denyBot(Permission.SEND_MESSAGES_IN_THREADS);
      SaidMessage question = ask();

      Asked.heard(core, question).answer(adapter, "The moon.");

      assertReplied(question, "The moon.");
      assertThat(question.thread()).isEmpty();
    }

    @Test
    @DisplayName("is a reply in the channel where Discord tells only when it is posted")
    void toldLate() {
      SaidMessage question = ask();
      harness.discord.failNext(POST, new ApiFault.Refused(403, 50013, "Missing Permissions"));
      Asked asked = Asked.heard(core, question);

      asked.answer(adapter, "The moon.");
      asked.answer(adapter, "The moon and the sun.");

      assertReplied(question, "The moon and the sun.");
      assertThat(question.thread().map(DiscordChannel::botMessages).orElseThrow()).isEmpty();
    }

    @Test
    @DisplayName("goes to its asker where it was asked in a thread, which others may not see")
    void askedInThread() {
      DiscordChannel thread = harness.ann.startsThread(harness.general, "tides");
      SaidMessage question = harness.ann.says(thread, harness.mention() + " and the sun?");
      Asked asked = Asked.heard(core, question);
      harness.general.denyBot(Permission.SEND_MESSAGES_IN_THREADS);

      asked.answer(adapter, "It helps.");

      assertThat(harness.general.botMessages()).isEmpty();
      assertThat(direct()).singleElement().matches(message -> message.text().contains("It helps."));
    }
  }
}
