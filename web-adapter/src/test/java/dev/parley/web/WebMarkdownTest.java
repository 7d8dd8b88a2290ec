package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Markdown on the page")
final class WebMarkdownTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([^\\s/>]+)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=/]+)=\"([^\"]*)\"");
  private static final List<String> PIECES =
      Stream.concat(
              Stream.of(" ", "\n", "\n\n", "    ", "# ", "> ", "1. ", "\u0000", "\u202e"),
              Stream.of(
                  """
                  < > " ' & [ ] ( ) ! ` ``` ~~~ * _ ~~ | - |-|-| \\ ]: x <script> </script>
                  <img/src=x/onerror=alert(1)> <!-- --> <![CDATA[ <? &lt; &#x6a; javascript:
                  JAVASCRIPT: data: https://a.test/ mailto:a@b.test www.a.test a@b.test
                  "onclick="x \u00a0 [x](time:1795615200) [<b>](time:1) ](time:1) [x](time:-1) <time datetime="x">
                  """
                      .split("\\s+")))
          .toList();
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("p", Set.of()),
          Map.entry("br", Set.of()),
          Map.entry("hr", Set.of()),
          Map.entry("em", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("del", Set.of()),
          Map.entry("code", Set.of("class")),
          Map.entry("pre", Set.of()),
          Map.entry("blockquote", Set.of()),
          Map.entry("ul", Set.of()),
          Map.entry("ol", Set.of("start")),
          Map.entry("li", Set.of()),
          Map.entry("table", Set.of()),
          Map.entry("thead", Set.of()),
          Map.entry("tbody", Set.of()),
          Map.entry("tr", Set.of()),
          Map.entry("th", Set.of("align")),
          Map.entry("td", Set.of("align")),
          Map.entry("a", Set.of("href", "rel", "target")),
          Map.entry("time", Set.of("datetime")),
          Map.entry("h1", Set.of()),
          Map.entry("h2", Set.of()),
          Map.entry("h3", Set.of()),
          Map.entry("h4", Set.of()),
          Map.entry("h5", Set.of()),
          Map.entry("h6", Set.of()));

  private final WebMarkdown markdown = new WebMarkdown();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **bold** and ~~gone~~ | <strong>bold</strong> and <del>gone</del>
          a < b                 | a &lt; b
          <b>x</b>              | &lt;b&gt;x&lt;/b&gt;
          - [x] done            | ☑ done
          `<i>`                 | <code>&lt;i&gt;</code>
          """)
  @DisplayName("Text is formatted, and HTML in it is only shown")
  void formats(String text, String html) {
    assertThat(markdown.html(text)).contains(html);
  }

  @Test
  @DisplayName("Tables become tables, and lines keep their ends")
  void tables() {
    assertThat(markdown.html("|a|b|\n|-|:-:|\n|1|2|"))
        .contains("<table>", "<td align=\"center\">2</td>");
    assertThat(markdown.html("one\ntwo")).contains("one<br />\ntwo");
  }

  @Test
  @DisplayName("Links open elsewhere and tell nothing about this page")
  void links() {
    assertThat(markdown.html("[x](https://example.test/a?b=1&c=2 \"title\")"))
        .contains(
            "href=\"https://example.test/a?b=1&amp;c=2\"",
            "rel=\"noopener noreferrer nofollow ugc\"",
            "target=\"_blank\"")
        .doesNotContain("title");
    assertThat(markdown.html("see https://example.test now")).contains("<a href=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](/api/rooms)",
        "[x](//evil.test)",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]( java\nscript:alert(1))",
        "![x](javascript:alert(1))",
        "[x]: javascript:alert(1)\n\n[x]"
      })
  @DisplayName("A link to anything but the web or mail is only text")
  void unsafeLinks(String text) {
    assertThat(markdown.html(text)).doesNotContain("href");
  }

  @Test
  @DisplayName(
      "A moment is a time with its words, for the page's script to show it in another zone")
  void moments() {
    assertThat(markdown.html("Until [2 **PM** & <b>](time:1795615200 \"title\")."))
        .isEqualTo(
            "<p>Until <time datetime=\"2026-11-25T14:00:00Z\">2 PM &amp; &lt;b&gt;</time>.</p>\n");
    assertThat(markdown.html("[x](time:-1) [y](time:999999999999) <time datetime=\"1\">z</time>"))
        .isEqualTo("<p>x y &lt;time datetime=&quot;1&quot;&gt;z&lt;/time&gt;</p>\n");
  }

  @Test
  @DisplayName("A picture is offered as a link and never loaded")
  void images() {
    assertThat(markdown.html("![a *cat*](https://example.test/cat.png)"))
        .contains("<a href=\"https://example.test/cat.png\"", ">a cat</a>")
        .doesNotContain("<img");
    assertThat(markdown.html("[![cat](https://a.test/c.png)](https://b.test)"))
        .containsOnlyOnce("<a ")
        .contains("cat");
  }

  @Test
  @DisplayName("A code fence that is still open ends where the text ends")
  void openFence() {
    assertThat(markdown.html("Look:\n```java\nint i = 1;"))
        .contains("<pre><code class=\"language-java\">int i = 1;", "</code></pre>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a **b ", "[", "![", "`", "~~a ", "1. ", "<", "|a"})
  @DisplayName("Hostile nesting neither fails nor hangs")
  void hostileNesting(String piece) {
    String text = piece.repeat(32_000 / piece.length());

    String html = markdown.html(text + "x");

    assertThat(html).contains("x");
    assertHarmless(html);
  }

  @Property(tries = 3_000)
  @Label("Whatever goes in, only harmless tags and attributes come out")
  void nothingButAllowedTagsComesOut(@ForAll("texts") String text) {
    assertHarmless(markdown.html(text));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.of(PIECES);
    return Arbitraries.frequencyOf(
            Tuple.of(9, pieces), Tuple.of(1, Arbitraries.strings().ofMaxLength(6)))
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  private static void assertHarmless(String html) {
    String rest = TAG.matcher(html).replaceAll("");
    assertThat(rest).doesNotContain("<").doesNotContain(">");
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      assertThat(ALLOWED).containsKey(tags.group(2));
      assertAttributes(tags.group(2), tags.group(3));
    }
  }

  private static void assertAttributes(String tag, String text) {
    Matcher attributes = ATTRIBUTE.matcher(text);
    while (attributes.find()) {
      assertThat(ALLOWED.get(tag)).contains(attributes.group(1));
      if (attributes.group(1).equals("href")) {
        assertThat(attributes.group(2)).matches("(?i)(https?://|mailto:).*");
      }
      if (attributes.group(1).equals("datetime")) {
        assertThat(attributes.group(2)).isIn("2026-11-25T14:00:00Z", "1970-01-01T00:00:01Z");
      }
    }
    assertThat(ATTRIBUTE.matcher(text).replaceAll("")).matches("\\s*/?");
  }
}
