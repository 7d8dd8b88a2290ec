package dev.parley.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The blocks of a message in Slack")
final class TextBlocksTest {
  private static final String DATE = "<!date^1795615200^{date_short_pretty} at {time}|2 PM>";
  private static final String MOMENT = "[2 PM](time:1795615200)";

  private static List<String> blocks(String markdown) {
    return SlackText.blocks(markdown, 12_000).stream()
        .map(block -> (block.section() ? "section: " : "markdown: ") + block.text())
        .toList();
  }

  @Test
  @DisplayName("are one of Markdown where it names no moment")
  void plain() {
    assertThat(blocks("# Title\n\nSome *words* and [x](time:-1)"))
        .containsExactly("markdown: # Title\n\nSome *words* and ［x](time:-1)");
  }

  @Test
  @DisplayName("are sections where they name moments, and of Markdown elsewhere")
  void sections() {
    assertThat(blocks("# Title\n\n|a|\n|-|\n|1|\n\n- until " + MOMENT + "\n- *so*\n\nOne\n\nTwo"))
        .containsExactly(
            "markdown: # Title\n\n|a|\n|-|\n|1|",
            "section: • until " + DATE + "\n• _so_",
            "markdown: One\n\nTwo");
    assertThat(blocks(MOMENT)).containsExactly("section: " + DATE);
  }

  @Test
  @DisplayName("have a moment's words in tables, and where sections would hold too little")
  void words() {
    assertThat(blocks("|a|\n|-|\n|" + MOMENT + "|")).containsExactly("markdown: |a|\n|-|\n|2 PM|");
    assertThat(blocks("[1]: https://a.test\n\n[x][1] " + MOMENT))
        .containsExactly("markdown: [1]: https://a.test\n\n[x][1] 2 PM");
    assertThat(blocks((MOMENT + "\n\nword\n\n").repeat(30))).hasSize(1);
    assertThat(blocks((MOMENT + " ").repeat(400))).hasSize(1);
  }

  @Test
  @DisplayName("are given to Slack with their kind")
  void json() {
    assertThat(SlackText.blocks("x\n\n" + MOMENT, 12_000))
        .extracting(block -> block.json().toString())
        .containsExactly(
            "{\"type\":\"markdown\",\"text\":\"x\"}",
            "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + DATE + "\"}}");
  }

  @Property(tries = 1_000, seed = "20261125")
  @Label("call nobody, and name only moments, whatever the model writes")
  void safe(@ForAll("momentous") String text) {
    String all =
        SlackText.blocks(text, 12_000).stream()
            .map(TextBlock::text)
            .collect(Collectors.joining("\n"));

    assertThat(DangerousTexts.withoutDates(all))
        .doesNotContain("<!date")
        .matches(safe -> !DangerousTexts.pings(safe), "is safe");
  }

  @Provide
  Arbitrary<String> momentous() {
    return DangerousTexts.withMoments();
  }
}
