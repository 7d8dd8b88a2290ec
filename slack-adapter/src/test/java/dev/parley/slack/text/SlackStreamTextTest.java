package dev.parley.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.message.HostileTexts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer that streams into Slack")
final class SlackStreamTextTest {
  private static String streamed(List<String> deltas) {
    SlackStreamText stream = new SlackStreamText();
    StringBuilder shown = new StringBuilder();
    deltas.forEach(delta -> shown.append(stream.take(delta)));
    return shown.append(stream.rest()).toString();
  }

  @Test
  @DisplayName("pings nobody, however a mention is cut")
  void cut() {
    assertThat(streamed(List.of("Hi <", "!cha", "nnel", "> and @", "here.")))
        .isEqualTo("Hi ‹!channel> and ＠here.");
    assertThat(streamed("Hi &lt;!here> <@U012AB>".chars().mapToObj(Character::toString).toList()))
        .isEqualTo("Hi ‹!here> ‹@U012AB>");
  }

  @Test
  @DisplayName("shows a link when it is whole")
  void links() {
    SlackStreamText stream = new SlackStreamText();

    assertThat(stream.take("See [the ")).isEqualTo("See ");
    assertThat(stream.take("docs](https://a.test) now"))
        .isEqualTo("[the docs](https://a.test) now");
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  @DisplayName("has a moment's words alone, and makes no mention of them")
  void moments() {
    assertThat(
            streamed(
                "At [2 PM](time:1) @he[re](time:1) so"
                    .chars()
                    .mapToObj(Character::toString)
                    .toList()))
        .isEqualTo("At 2 PM ＠here so");
    assertThat(streamed(List.of("[", "2 PM](time:", "1)", " [", "3 PM](time:2)", " is it")))
        .isEqualTo("2 PM 3 PM is it");
  }

  @Property(tries = 500, seed = "20261125")
  @Label("is as safe with moments")
  void safeMoments(@ForAll("momentous") String text, @ForAll @IntRange(min = 1, max = 9) int step) {
    safe(text, step);
  }

  @Provide
  Arbitrary<String> momentous() {
    return DangerousTexts.withMoments();
  }

  @Property(tries = 500, seed = "20261122")
  @Label("is as safe as at once, and nothing of it is lost")
  void safe(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int step) {
    SlackStreamText stream = new SlackStreamText();
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length(); at += step) {
      shown.append(stream.take(text.substring(at, Math.min(text.length(), at + step))));
      assertThat(shown.toString()).matches(soFar -> !DangerousTexts.pings(soFar), "is safe");
    }
    shown.append(stream.rest());

    assertThat(shown.toString()).matches(all -> !DangerousTexts.pings(all), "is safe");
    assertThat(shown.toString())
        .matches(all -> HostileTexts.keeps(all, SlackText.markdown(text)), "keeps all");
  }

  @Provide
  Arbitrary<String> texts() {
    return DangerousTexts.any();
  }
}
