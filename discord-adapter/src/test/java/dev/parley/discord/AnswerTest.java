package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer in Discord")
@Timeout(60)
final class AnswerTest {
  private static final String POST = "POST /channels/{}/messages";

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);
  private final SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
  private final Asked asked = Asked.heard(core, question);

  @AfterEach
  void close() {
    harness.close();
  }

  private void awaitShown(String text) {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> question.answers().stream().anyMatch(it -> it.text().contains(text)));
  }

  private List<String> texts() {
    return question.answers().stream().map(ShownMessage::text).toList();
  }

  private static String paragraphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Paragraph " + i + " says a few words that fill the room it was given.")
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  @DisplayName("replies to its question, calls its asker only, and shows no previews")
  void reply() {
    asked.answer(adapter, "Hello @everyone <@&1>, see https://example.org/x");

    ShownMessage shown = question.replies().getFirst();
    assertThat(shown.pings()).containsExactly(harness.ann.id());
    assertThat(shown.unfurls()).isEmpty();
    assertThat(shown.embedsSuppressed()).isTrue();
    RecordedCall post = harness.discord.calls(POST).getFirst();
    assertThat(post.content().path("allowed_mentions").path("parse")).isEmpty();
    assertThat(post.content().path("nonce").asText()).hasSizeBetween(1, 25);
    assertThat(post.content().path("enforce_nonce").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("has a button to stop it while it grows, and others once it is finished")
  void grows() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Good ");
      awaitShown("Good");
      assertThat(question.answers().getFirst().labels()).containsExactly("Stop");
      reply.stream("morning");
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(texts()).containsExactly("Good morning");
    assertThat(question.answers().getFirst().labels())
        .contains("Again", "Delete")
        .doesNotContain("Stop");
    assertThat(asked.reference()).contains(question.answers().getFirst().id());
  }

  @Test
  @DisplayName("shows at first that the bot types, and nothing else")
  void types() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.working("Looking at the clock");
      await().atMost(DiscordHarness.LIMIT).until(() -> harness.general.typings() > 0);
      assertThat(question.answers()).isEmpty();
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(harness.discord.calls("PATCH /channels/{}/messages/{}")).isEmpty();
    assertThat(texts()).containsExactly("Good morning");
  }

  @Test
  @DisplayName("is whole in several messages, with the buttons under the last one only")
  void severalMessages() {
    asked.answer(adapter, paragraphs(80));

    assertThat(question.answers()).hasSizeBetween(2, 4);
    String all = String.join("\n", texts());
    IntStream.range(0, 80).forEach(i -> assertThat(all).contains("Paragraph " + i + " "));
    assertThat(question.replies()).hasSize(1);
    assertThat(question.answers().getFirst().buttons()).isEmpty();
    assertThat(question.answers().getLast().labels()).contains("Again");
  }

  @Test
  @DisplayName("that is longer than people like to read comes as a file with its beginning")
  void file() {
    asked.answer(adapter, paragraphs(500));

    ShownMessage shown = question.answers().getFirst();
    assertThat(question.answers()).hasSize(1);
    assertThat(shown.text()).startsWith("Paragraph 0").contains("The whole answer is in the file");
    assertThat(shown.files()).singleElement().extracting("name").isEqualTo("answer.md");
    assertThat(shown.files().getFirst().description()).isEqualTo("The whole answer");
  }

  @Test
  @DisplayName("is there once however often it is finished, by whichever instance")
  void finishedTwice() {
    String markdown = paragraphs(80);
    DiscordAdapter other = harness.started(harness.settings(), new RecordingHandler());

    try (ReplyChannel reply = asked.open(adapter)) {
      reply.finish(Reply.answer(markdown));
      reply.finish(Reply.answer(markdown));
    }
    List<String> once = texts();
    asked.answer(other, markdown);

    assertThat(texts()).isEqualTo(once);
  }

  @Test
  @DisplayName("given again takes the place of the one before, be it longer or shorter")
  void again() {
    asked.answer(adapter, "short");
    asked.answer(adapter, paragraphs(80));
    int parts = question.answers().size();
    assertThat(parts).isGreaterThan(1);
    asked.answer(adapter, "short again");

    assertThat(texts()).containsExactly("short again");
    assertThat(question.answers().getFirst().labels()).contains("Again");
  }

  @Test
  @DisplayName("is taken away with all its messages, also by another instance, also twice")
  void retracted() {
    asked.answer(adapter, paragraphs(80));

    try (ReplyChannel reply = asked.open(adapter)) {
      reply.retract();
      reply.retract();
    }

    assertThat(question.answers()).isEmpty();
  }

  @Test
  @DisplayName("in direct messages replies to its question as well")
  void direct() {
    SaidMessage direct = harness.ann.says(harness.ann.dm(), "hi");

    Asked.heard(core, direct).answer(adapter, "Good morning");

    assertThat(direct.replies())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("Good morning");
  }
}
