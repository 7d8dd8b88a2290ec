package dev.parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.page.PageReading.Words;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page in HTML")
@Timeout(60)
class HtmlPageTest {
  private static final URI ADDRESS = URI.create("https://example.com/docs/page.html?a=b");

  private static Words read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8), Optional.of(StandardCharsets.UTF_8));
  }

  private static Words read(byte[] html, Optional<Charset> told) {
    PageReading reading = HtmlPage.read(html, told, ADDRESS);
    assertThat(reading).isInstanceOf(Words.class);
    return (Words) reading;
  }

  private static String text(String body) {
    return read("<html><body>" + body).text();
  }

  @Test
  @DisplayName("has its title, or its first heading for one")
  void title() {
    assertThat(read("<title> A \n title </title><h1>B</h1>c").title()).isEqualTo("A title");
    assertThat(read("<h1>B <i>b</i></h1>c").title()).isEqualTo("B b");
    assertThat(read("c").title()).isEmpty();
  }

  @Test
  @DisplayName("keeps headings, paragraphs, lines, quotes and rules")
  void blocks() {
    String html =
        """
        <h1>One</h1><div>Some
           words</div>loose <section><h3>Two</h3><p>First<br>second</p></section>
        <blockquote><p>Said</p><p>so</p></blockquote><hr><p></p>End
        """;

    assertThat(text(html))
        .isEqualTo(
            """
            # One

            Some words

            loose

            ### Two

            First\\
            second

            > Said
            >\s
            > so

            ---

            End"""
                .replace("\\\n", "  \n"));
  }

  @Test
  @DisplayName("keeps emphasis around words, and gaps outside of it")
  void emphasis() {
    assertThat(text("a<b> b </b>c <em>d<i></i></em>, <strong> </strong>e<b>f</b>g"))
        .isEqualTo("a **b** c *d*, e**f**g");
  }

  @Test
  @DisplayName("keeps links with their whole addresses")
  void links() {
    String html =
        """
        <a href="other.html">a</a> <a href="/x?y=z">b</a> <a href="//c.example.org">c</a>
        <a href="#part">d</a> <a href="javascript:alert(1)">e</a> <a href="mailto:f@example.com">f</a>
        <a href="data:text/html,x">g</a> <a>h</a> <a href="https://i.example.org/"><img src="i.png"></a>
        """;

    assertThat(text(html))
        .isEqualTo(
            "[a](https://example.com/docs/other.html) [b](https://example.com/x?y=z)"
                + " [c](https://c.example.org) d e [f](mailto:f@example.com) g h");
  }

  @Test
  @DisplayName("keeps links around blocks")
  void wideLinks() {
    assertThat(text("<a href='/x'><h2>News</h2><p>All of <b>it</b></p></a>after"))
        .isEqualTo(
            """
            ## [News](https://example.com/x)

            [All of **it**](https://example.com/x)

            after""");
  }

  @Test
  @DisplayName("takes addresses from where the page says that it is")
  void base() {
    assertThat(read("<base href='https://b.example.org/c/'><a href='d'>d</a>").text())
        .isEqualTo("[d](https://b.example.org/c/d)");
  }

  @Test
  @DisplayName("keeps lists and what is in them")
  void lists() {
    String html =
        """
        <ul><li>One<li><p>Two</p><ol start=3><li>Three<li>Four</ol></ul>
        <ul><li><p>First</p><p>second</p></li><li></li></ul>
        """;

    assertThat(text(html))
        .isEqualTo(
            """
            - One
            - Two
              3. Three
              4. Four

            <!-- -->

            - First

              second"""
                .replace("<!-- -->\n\n", ""));
  }

  @Test
  @DisplayName("keeps code as it is written")
  void code() {
    String html =
        """
        <p>Use <code>a  *b*</code>:</p><pre><code class="hljs language-java">if (a &lt; b) {
          c("```");
        }
        </code></pre>
        """;

    assertThat(text(html))
        .isEqualTo(
            """
            Use `a *b*`:

            ````java
            if (a < b) {
              c("```");
            }
            ````""");
  }

  @Test
  @DisplayName("keeps tables")
  void tables() {
    String html =
        """
        <table><caption>no</caption><thead><tr><th>City</th><th>At <b>noon</b></th></tr></thead>
        <tbody><tr><td>Rome</td><td><p>20</p><p>°C | 68 °F</p></td></tr>
        <tr><td colspan=2>all</td></tr><tr><td>Oslo</td></tr></tbody></table>
        """;

    assertThat(text(html))
        .isEqualTo(
            """
            |City|At **noon**|
            |---|---|
            |Rome|20 °C \\| 68 °F|
            |all||
            |Oslo||""");
  }

  @Test
  @DisplayName("takes a table that lays the page out for blocks")
  void layout() {
    assertThat(text("<table><tr><td><h2>A</h2>b</td><td><ul><li>c</ul></td></tr></table>"))
        .isEqualTo("## A\n\nb\n\n- c");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<!-- x -->",
        "<nav><a href='/'>x</a></nav>",
        "<div role=navigation>x</div>",
        "<iframe>x</iframe>",
        "<svg><text>x</text></svg>",
        "<button>x</button>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<div hidden>x</div>",
        "<div aria-hidden=true>x</div>",
        "<div style='color: red; DISPLAY : none'>x</div>",
        "<div style='visibility:hidden'>x</div>",
        "<div style='opacity: 0'>x</div>",
        "<div style='opacity: 0.0;'>x</div>",
        "<div style='font-size:0px'>x</div>",
        "<dialog>x</dialog>",
      })
  @DisplayName("leaves out what nobody reads")
  void leftOut(String html) {
    assertThat(text("a " + html + " b")).doesNotContain("x").contains("a").contains("b");
  }

  @Test
  @DisplayName("leaves in what only looks like something that nobody reads")
  void leftIn() {
    assertThat(text("<p style='font-size:0.9em'>a</p><p style='opacity: 0.5'>b</p>"))
        .isEqualTo("a\n\nb");
  }

  @Test
  @DisplayName("leaves out letters that only models see")
  void invisible() {
    String tags = new StringBuilder().appendCodePoint(0xE0041).appendCodePoint(0xE007F).toString();

    assertThat(text("a" + tags + "b&#x200B;c&shy;d&#x202E;e \uD83D\uDC69\u200D\uD83D\uDCBB"))
        .isEqualTo("abcde \uD83D\uDC69\u200D\uD83D\uDCBB");
  }

  @Test
  @DisplayName("is its main part where it says which one that is")
  void main() {
    String words = "word ".repeat(60);

    assertThat(text("<header>Shop</header><main><p>" + words + "</main><footer>Law</footer>"))
        .isEqualTo(words.strip());
    assertThat(text("<header>Shop</header><main></main><p>All")).isEqualTo("Shop\n\nAll");
  }

  @Test
  @DisplayName("cannot make a mark of its own")
  void escaped() {
    assertThat(text("<p># no *heading* [x](y) `z`</p><p>1. no</p>"))
        .isEqualTo("\\# no \\*heading\\* \\[x\\](y) \\`z\\`\n\n1\\. no");
  }

  @Test
  @DisplayName("is read in the encoding that its host tells, its mark, or itself")
  void encodings() {
    Charset old = Charset.forName("windows-1251");
    String russian = "<html><body>привет";

    assertThat(read(russian.getBytes(old), Optional.of(old)).text()).isEqualTo("привет");
    assertThat(
            read(("<meta charset=windows-1251>" + russian).getBytes(old), Optional.empty()).text())
        .isEqualTo("привет");
    assertThat(read(("\uFEFF" + russian).getBytes(StandardCharsets.UTF_8), Optional.of(old)).text())
        .isEqualTo("привет");
    assertThat(read(russian.getBytes(StandardCharsets.UTF_8), Optional.empty()).text())
        .isEqualTo("привет");
  }

  @Test
  @DisplayName("ends, however deep it goes")
  void deep() {
    assertThat(text("<div><b><ul><li><blockquote>".repeat(20_000) + "deep")).contains("deep");
    assertThat(text("<table><tr><td>".repeat(20_000) + "deep")).contains("deep");
    assertThat(text("<blockquote>".repeat(100) + "deep")).isEqualTo("> ".repeat(12) + "deep");
  }

  @Test
  @DisplayName("without words is told for what it is")
  void nothing() {
    PageReading reading =
        HtmlPage.read(
            "<div id=root></div><script>run()</script>".getBytes(StandardCharsets.UTF_8),
            Optional.empty(),
            ADDRESS);

    assertThat(reading).isInstanceOf(PageReading.Unread.class);
  }
}
