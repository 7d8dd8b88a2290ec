package dev.parley.slack.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer as messages in Slack")
final class SlackPartsTest {
  private static final SlackMention ANN = new SlackMention("U012AB");

  @Test
  @DisplayName("is one message where it is short")
  void one() {
    SlackParts parts = SlackParts.of("**Hello** there", Optional.empty());

    assertThat(parts.messages()).hasSize(1);
    assertThat(parts.messages().getFirst().text()).isEqualTo("Hello there");
    assertThat(parts.messages().getFirst().blocks().getFirst().json())
        .hasToString("{\"type\":\"markdown\",\"text\":\"**Hello** there\"}");
    assertThat(parts.file()).isEmpty();
  }

  @Test
  @DisplayName("mentions the asker once, and nobody else who has that name")
  void mention() {
    SlackParts parts = SlackParts.of("<@U012AB> " + "Some words. ".repeat(1_500), Optional.of(ANN));

    assertThat(parts.messages()).hasSize(2);
    assertThat(parts.messages().getFirst().text()).startsWith("<@U012AB> ‹@U012AB");
    assertThat(parts.messages().getFirst().blocks().getFirst().json())
        .hasToString(
            "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<@U012AB>\"}}");
    assertThat(parts.messages().getLast().blocks()).hasSize(1);
    assertThatThrownBy(() -> new SlackMention("!channel"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("is a beginning and a file where it is very long")
  void file() {
    String answer = "Some words. ".repeat(10_000);

    SlackParts parts = SlackParts.of(answer, Optional.empty());

    assertThat(parts.messages()).hasSize(1);
    assertThat(parts.messages().getFirst().blocks().getLast().json().toString())
        .contains("answer.md");
    assertThat(parts.file()).contains(new SlackParts.AnswerFile("answer.md", answer));
  }

  @Property(tries = 60, seed = "20261122")
  @Label("keeps to all limits and pings nobody, whatever it says")
  void limits(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 400) int times) {
    SlackParts parts = SlackParts.of((text + "\n").repeat(times), Optional.empty());

    assertThat(parts.messages().size()).isBetween(1, SlackParts.MOST_MESSAGES);
    for (SlackMessage message : parts.messages()) {
      assertThat(message.text().length()).isLessThanOrEqualTo(SlackLimits.TEXT);
      assertThat(message.text()).matches(safe -> !DangerousTexts.pings(safe), "is safe");
      assertThat(message.blocks().size()).isLessThanOrEqualTo(50);
      assertThat(message.blocks().stream().mapToInt(SlackPartsTest::length).sum())
          .isLessThanOrEqualTo(SlackLimits.MARKDOWN + 200);
    }
  }

  private static int length(SlackBlock block) {
    return switch (block) {
      case SlackBlock.MarkdownText(String text) -> {
        assertThat(text.length()).isLessThanOrEqualTo(SlackLimits.MARKDOWN);
        assertThat(text).matches(safe -> !DangerousTexts.pings(safe), "is safe");
        yield text.length();
      }
      case SlackBlock.Section(String text) -> text.length();
    };
  }

  @Property(tries = 60, seed = "20261122")
  @Label("fits into sections too")
  void sections(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 100) int times) {
    assertThat(SlackText.sections((text + "\n").repeat(times)))
        .allMatch(section -> section.length() <= SlackLimits.SECTION);
  }

  @Provide
  Arbitrary<String> texts() {
    return DangerousTexts.any();
  }
}
