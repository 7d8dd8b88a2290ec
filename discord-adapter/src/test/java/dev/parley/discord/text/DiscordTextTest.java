package dev.parley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Markdown;
import dev.parley.testkit.message.HostileTexts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
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

@DisplayName("The bot's words in Discord")
final class DiscordTextTest {
  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          # One\\n\\n## Two\\n\\n### Three    ¦ # One\\n## Two\\n### Three
          text\\n\\n## A *soft* title\\n\\nb  ¦ text\\n\\n## A *soft* title\\nb
          #### Deep                          ¦ **Deep**
          ## About C\\#                      ¦ **About C#**
          - # Title in a list                ¦ - **Title in a list**
          **bold**, _soft_ and ~~gone~~      ¦ **bold**, *soft* and ~~gone~~
          ***both***                         ¦ ***both***
          **one __two__ three**              ¦ **one two three**
          **a**_b_                           ¦ **a**\u200b*b*
          one\\ntwo                          ¦ one\\ntwo
          - one\\n- two\\n  - deep           ¦ - one\\n- two\\n  - deep
          - one\\n\\n- two\\n\\n  more       ¦ - one\\n- two\\n  more
          3. one\\n3. two\\n   - deep        ¦ 3. one\\n4. two\\n   - deep
          - [ ] open\\n- [x] done            ¦ - ☐ open\\n- ☑ done
          > said\\n> again\\n\\nso           ¦ > said\\n> again\\n\\nso
          > a\\n>\\n> b                      ¦ > a\\n> \\n> b
          > a\\n> > b                        ¦ > a\\n> \\n> │ b
          - a\\n\\n  > b\\n- c               ¦ - a\\n> b\\n- c
          - a\\n  ```\\n  b\\n  ```\\n- c    ¦ - a\\n```\\nb\\n```\\n- c
          ```java\\nint i;\\n```\\nend       ¦ ```java\\nint i;\\n```\\n\\nend
          ```{.java}\\nint i;\\n```          ¦ ```\\nint i;\\n```
          ~~~\\n```\\n~~~                    ¦ ```\\nˋˋˋ\\n```
          `a < b`                            ¦ `a < b`
          `` a`b ``                          ¦ `` a`b ``
          a\\n\\n---\\n\\nb                  ¦ a\\n\\n──────────\\n\\nb
          see https://a.test now             ¦ see <https://a.test> now
          see www.a.test now                 ¦ see <http://www.a.test> now
          [docs](https://a.test/?b=1&c=2)    ¦ [docs](https://a.test/?b=1&c=2)
          [docs](https://a.test/b_(c))       ¦ [docs](https://a.test/b_%28c%29)
          [[1]](https://a.test)              ¦ [\\\\[1]](https://a.test)
          ![a cat](https://a.test/c.png)     ¦ [a cat](https://a.test/c.png)
          [a][1]\\n\\n[1]: https://a.test    ¦ [a](https://a.test)
          <b>x</b>                           ¦ \\\\<b>x\\\\</b>
          """)
  @DisplayName("have their marks translated to those that Discord shows")
  void translated(String markdown, String shown) {
    String written =
        DiscordText.of(lines(markdown.replace("\\\\", "\u0001")).replace("\u0001", "\\"));

    assertThat(written).isEqualTo(lines(shown.replace("\\\\", "\u0001")).replace("\u0001", "\\"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 \\* 3 \\* 4 and \\*\\*kwargs and \\_\\_init\\_\\_ and snake_case and \\_x\\_",
        "a \\|\\| b and \\~\\~c\\~\\~ and \\`d\\` and ~5",
        "\\# no title\n\\- no item\n\\> no quote\n1\\. no number\n\\-# not small",
        "\\<t:1700000000:R> \\<#12> \\</ask:12> \\<:x:12> \\<a:x:12> \\<id:browse>",
        "\\[x\\](b\\:c) and a[0]\\(b) and ¯\\\\\\_(ツ)\\_/¯ and C:\\\\dir :smile:",
        "steam\\://run and \\<+4912345> and \\<a@b\\.test>"
      })
  @DisplayName("show as typed what only Discord would take for markup")
  void escaped(String markdown) {
    DiscordClient client = DiscordClient.reading(DiscordText.of(markdown));

    assertThat(client.seen()).isEqualTo(Markdown.parse(markdown).words());
    assertThat(client.styles()).isEmpty();
    assertThat(client.links()).isEmpty();
    assertThat(client.tokens()).isEmpty();
  }

  @Test
  @DisplayName("keep their emphasis whatever it stands next to")
  void emphasis() {
    String markdown = "**a *b* c** ***d*** _e_ un*f*g ~~h **i**~~ *see `j*k`* **l\\***";

    assertThat(DiscordClient.reading(DiscordText.of(markdown)).styles())
        .containsExactly(
            "italic(b)",
            "bold(a b c)",
            "bold(d)",
            "italic(d)",
            "italic(e)",
            "italic(f)",
            "bold(i)",
            "struck(h i)",
            "code(j*k)",
            "bold(l*)");
  }

  @Test
  @DisplayName("show a narrow table as code whose columns are in line")
  void narrowTables() {
    assertThat(DiscordText.of("|Name|Price|\n|:-|-:|\n|**Tea**|2|\n|漢字|10|"))
        .isEqualTo("```\nName  Price\n----  -----\nTea       2\n漢字     10\n```");
  }

  @Test
  @DisplayName("show a wide table, and one with links, row by row")
  void wideTables() {
    String wide = "wide ".repeat(12).strip();

    assertThat(DiscordText.of("|Name|Taste|Price|\n|-|-|-|\n|Tea|" + wide + "|**2**|\n|Milk||1|"))
        .isEqualTo(
            "**Name: Tea**\n**Taste:** "
                + wide
                + "\n**Price:** **2**\n\n"
                + "**Name: Milk**\n**Taste:** –\n**Price:** 1");
    assertThat(DiscordText.of("|Name||\n|-|-|\n|[Tea](https://a.test)|- 1|"))
        .isEqualTo("**Name: [Tea](https://a.test)**\n\\- 1");
  }

  @Test
  @DisplayName("stop indenting where a list is too deep for a telephone")
  void deepLists() {
    StringBuilder list = new StringBuilder();
    for (int depth = 0; depth < 9; depth++) {
      list.append("  ".repeat(depth)).append("- x\n");
    }

    assertThat(DiscordText.of(list.toString()).lines().mapToInt(String::length).max()).hasValue(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain **words** with `code` and [a link](https://a.test).",
        "```java\n@Override List<@Nullable String> all; int[] b = a[0](c);\n```",
        "```html\n<!DOCTYPE html><!-- x -->\n```",
        "Write to ann@example.test, or ask @ann.",
        "See [the docs](https://discord.com/developers/docs/resources/invite)."
      })
  @DisplayName("stay as the model wrote them where nothing in them is dangerous")
  void unchanged(String markdown) {
    assertThat(DiscordText.of(markdown)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Hi @everyone and @here!          ¦ Hi ＠everyone and ＠here!
          Hi <@12> <@!12> <@&12>           ¦ Hi \\‹@12> \\‹@!12> \\‹@&12>
          Hi &lt;@12&gt; \\@here           ¦ Hi \\‹@12> ＠here
          Code `<@12>`                     ¦ Code `‹@12>`
          [@here](https://a.test/@here)    ¦ [＠here](https://a.test/%40here)
          [x](javascript:a)                ¦ x
          ![x](data:a)                     ¦ x
          <discord://x>                    ¦ discord\\://x
          [x](https://discord.gg/abc)      ¦ x
          https://discord.gg/abc           ¦ https\\://discord(.)gg/abc
          `DISCORD.com/invite/abc`         ¦ `DISCORD(.)com/invite/abc`
          [a.test](https://b.test)         ¦ a.test (<https://b.test>)
          [get a.test.](https://b.test)    ¦ get a.test. (<https://b.test>)
          [v1.2 e.g. x](https://b.test)    ¦ [v1.2 e.g. x](https://b.test)
          [1.2.3.4](https://b.test)        ¦ 1.2.3.4 (<https://b.test>)
          [ａ。test](https://b.test)         ¦ ａ。test (<https://b.test>)
          [a.test](https://a.test.b.test)  ¦ a.test (<https://a.test.b.test>)
          [a.test docs](https://x.a.test/) ¦ [a.test docs](https://x.a.test/)
          [x](https://a.test@b.test)       ¦ x
          """)
  @DisplayName("ping nobody, invite nowhere and lead where they say")
  void disarmed(String markdown, String shown) {
    assertThat(DiscordText.of(markdown)).isEqualTo(shown);
  }

  @Property(tries = 2_000, seed = "20261122")
  @Label("are harmless, whatever the model writes")
  void harmless(@ForAll("texts") String text) {
    String shown = DiscordText.of(text);

    assertThat(shown).matches(safe -> !DangerousTexts.pings(safe), "pings nobody");
    assertThat(shown).matches(safe -> !DangerousTexts.invites(safe), "invites nowhere");
    assertThat(shown).matches(safe -> !DangerousTexts.lures(safe), "leads where it says");
    assertThat(DiscordClient.reading(shown).tokens()).isEmpty();
  }

  @Property(tries = 2_000, seed = "20261122")
  @Label("show what is plain text exactly as it is")
  void asTyped(@ForAll("signs") List<String> signs) {
    String plain = String.join("", signs).strip();
    String markdown = plain.replaceAll("[\\p{Punct}]", "\\\\$0");
    DiscordClient client = DiscordClient.reading(DiscordText.of(markdown));

    assertThat(armed(client.seen()))
        .isEqualToNormalizingWhitespace(Markdown.parse(markdown).words());
    assertThat(client.styles()).isEmpty();
  }

  private static String armed(String seen) {
    String decoded =
        Pattern.compile("%(2[A89]|60|5[BD]|7E)")
            .matcher(seen)
            .replaceAll(
                code ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(code.group(1), 16))));
    return decoded.replace('‹', '<').replace('＠', '@').replace("(.)", ".");
  }

  @Property(tries = 2_000, seed = "20261122")
  @Label("are seen to the last letter")
  void nothingLost(@ForAll("texts") String text) {
    String seen = DiscordClient.reading(DiscordText.of(text)).seen();

    String words = Markdown.parse(text).words().replaceAll("(?i)%2e", ".");
    assertThat(seen).matches(all -> HostileTexts.keeps(all, words), words);
  }

  @Provide
  Arbitrary<String> texts() {
    return DangerousTexts.any();
  }

  @Provide
  Arbitrary<List<String>> signs() {
    return Arbitraries.of(
            "*",
            "_",
            "~",
            "|",
            "`",
            ">",
            "#",
            "-",
            "+",
            "<",
            "[",
            "]",
            "(",
            ")",
            "\\",
            ":",
            "/",
            "1.",
            "!",
            "@",
            " ",
            "a",
            "é",
            "word",
            "https://a.test",
            "<@12>",
            "<#12>",
            "](",
            "\n")
        .list()
        .ofMaxSize(24);
  }
}
