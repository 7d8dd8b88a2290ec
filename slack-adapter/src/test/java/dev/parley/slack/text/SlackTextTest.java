package dev.parley.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Markdown;
import dev.parley.testkit.message.HostileTexts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bot's words in Slack")
final class SlackTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          ## A *big* title\\n\\ntext       ¦ *A _big_ title*\\n\\ntext
          **bold**, _soft_ and ~~gone~~   ¦ *bold*, _soft_ and ~gone~
          ## A **bold** title             ¦ *A bold title*
          one\\ntwo                       ¦ one\\ntwo
          `a < b`                         ¦ `a &lt; b`
          a & b < c > d                   ¦ a &amp; b &lt; c &gt; d
          - one\\n- two\\n  - deep        ¦ • one\\n• two\\n    • deep
          3. one\\n3. two                 ¦ 3. one\\n4. two
          - [ ] open\\n- [x] done         ¦ ☐ open\\n☑ done
          - one\\n\\n- two                ¦ • one\\n\\n• two
          > said\\n> again\\n\\nso        ¦ > said\\n> again\\n\\nso
          > - one\\n> - two               ¦ > • one\\n> • two
          ```java\\nint i;\\n```\\nend    ¦ ```\\nint i;\\n```\\n\\nend
          a\\n\\n---\\n\\nb               ¦ a\\n\\n──────────\\n\\nb
          [docs](https://a.test/?b=1&c=2) ¦ <https://a.test/?b=1&amp;c=2|docs>
          see https://a.test now          ¦ see <https://a.test> now
          ![a cat](https://a.test/c.png)  ¦ <https://a.test/c.png|a cat>
          [x](javascript:alert)           ¦ x
          [x](slack://open)               ¦ x
          <b>x</b>                        ¦ &lt;b&gt;x&lt;/b&gt;
          [a][1]\\n\\n[1]: https://a.test ¦ <https://a.test|a>
          """)
  @DisplayName("have their marks translated where Slack knows only its own")
  void mrkdwn(String markdown, String shown) {
    String written = SlackText.mrkdwn(markdown.replace("\\n", "\n"));

    assertThat(written).isEqualTo(shown.replace("\\n", "\n"));
  }

  @Test
  @DisplayName("show a table as code whose columns are in line")
  void tables() {
    assertThat(SlackText.mrkdwn("|Name|Price|\n|:-|-:|\n|**Tea**|2|\n|漢字|10|"))
        .isEqualTo("```\nName  Price\n----  -----\nTea       2\n漢字     10\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain **Markdown** with `code`, [a link](https://a.test) and <b>.",
        "```java\nList<@Nullable String> all; int[] b = a[0](c);\n```",
        "```html\n<!DOCTYPE html><!-- x -->\n```",
        "Write to here@here.test or me@channel.test."
      })
  @DisplayName("stay as the model wrote them where nothing in them is dangerous")
  void unchanged(String markdown) {
    assertThat(SlackText.markdown(markdown)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Hi <!channel>!         ¦ Hi ‹!channel>!
          Hi @here and @everyone ¦ Hi ＠here and ＠everyone
          Hi <@U012AB>           ¦ Hi ‹@U012AB>
          Hi &lt;!here&gt;       ¦ Hi ‹!here&gt;
          Code `<!here>`         ¦ Code `‹!here>`
          [x](javascript:a)      ¦ ［x](javascript:a)
          <slack://open>         ¦ ‹slack://open>
          ![x](data:a)           ¦ !［x](data:a)
          """)
  @DisplayName("ping nobody and lead nowhere strange where Slack reads Markdown")
  void disarmed(String markdown, String shown) {
    assertThat(SlackText.markdown(markdown)).isEqualTo(shown);
  }

  @Test
  @DisplayName("are without marks, and no longer than Slack takes, in a notification")
  void fallback() {
    assertThat(SlackText.fallback("## Title\n\nSome **words** & [more](https://a.test)"))
        .isEqualTo("Title Some words &amp; more");
    assertThat(SlackText.fallback("word ".repeat(200))).hasSize(999);
    assertThat(SlackText.fallback("word ".repeat(2_000)))
        .hasSizeBetween(2_900, 4_000)
        .endsWith("word…");
    assertThat(SlackText.fallback("& ".repeat(4_000))).hasSizeBetween(1_000, 4_000).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          At [2 PM](time:1) now         ¦ At <!date^1^{date_short_pretty} at {time}|2 PM> now
          **[2 *PM*](time:1)**          ¦ *<!date^1^{date_short_pretty} at {time}|2 PM>*
          [a>b&c<d](time:1)             ¦ <!date^1^{date_short_pretty} at {time}|a&gt;b&amp;c&lt;d>
          ![a [b](time:1)](https://a.b) ¦ <https://a.b|a b>
          [x](time:-1) [y](time:1^>)    ¦ x y
          [x](time:999999999999)        ¦ x
          <!date^1^{date}|x>            ¦ ‹!date^1^{date}|x&gt;
          """)
  @DisplayName("name a moment in each person's own time where Slack's own markup is read")
  void moments(String markdown, String shown) {
    assertThat(SlackText.mrkdwn(markdown)).isEqualTo(shown);
  }

  @Test
  @DisplayName("let no word of a moment end it, or call anybody")
  void momentsOfHostileWords() {
    assertThat(SlackText.mrkdwn("[a|<!here> <@U012AB>](time:1)"))
        .isEqualTo("<!date^1^{date_short_pretty} at {time}|a¦‹!here&gt; ‹@U012AB&gt;>");
  }

  @Test
  @DisplayName("have a moment's words where nothing better can be shown")
  void momentsInWords() {
    String text = "Until [2 PM](time:1795615200). [No](time:-1)";

    assertThat(SlackText.markdown(text)).isEqualTo("Until 2 PM. ［No](time:-1)");
    assertThat(SlackText.fallback(text)).isEqualTo("Until 2 PM. No");
  }

  @Test
  @DisplayName("are cut between moments, counted as Slack gets them")
  void momentsInSections() {
    List<String> sections = SlackText.sections("x [y](time:1795615200) ".repeat(200));

    assertThat(sections)
        .hasSizeGreaterThan(2)
        .allMatch(section -> section.length() <= 3_000)
        .allMatch(section -> DangerousTexts.withoutDates(section).matches("(?:x y ?)+"));
  }

  @Property(tries = 2_000, seed = "20261125")
  @Label("call nothing but a moment's date, and only where it is read, whatever the model writes")
  void nothingBesideDates(@ForAll("momentous") String text) {
    assertThat(DangerousTexts.withoutDates(SlackText.mrkdwn(text)))
        .doesNotContain("<!", "&lt;!date^")
        .matches(safe -> !DangerousTexts.pings(safe), "is safe");
    assertThat(SlackText.markdown(text))
        .doesNotContain("<!date", "&lt;!date")
        .matches(safe -> !DangerousTexts.pings(safe), "is safe");
    assertThat(SlackText.fallback(text))
        .doesNotContain("<!", "&lt;!date")
        .matches(safe -> !DangerousTexts.pings(safe), "is safe");
  }

  @Provide
  Arbitrary<String> momentous() {
    return DangerousTexts.withMoments();
  }

  @Property(tries = 2_000, seed = "20261122")
  @Label("ping nobody in any place, whatever the model writes")
  void nothingPings(@ForAll("texts") String text) {
    assertThat(SlackText.markdown(text)).matches(safe -> !DangerousTexts.pings(safe), "is safe");
    assertThat(SlackText.mrkdwn(text)).matches(safe -> !DangerousTexts.pings(safe), "is safe");
    assertThat(SlackText.fallback(text)).matches(safe -> !DangerousTexts.pings(safe), "is safe");
  }

  @Property(tries = 1_000, seed = "20261122")
  @Label("keep every letter, and are no longer than the model wrote them")
  void nothingLost(@ForAll("texts") String text) {
    String safe = SlackText.markdown(text);

    assertThat(safe.length()).isLessThanOrEqualTo(text.length());
    String words = Markdown.parse(text).words();
    assertThat(SlackText.mrkdwn(text)).matches(all -> HostileTexts.keeps(all, words), words);
  }

  @Provide
  Arbitrary<String> texts() {
    return DangerousTexts.any();
  }
}
