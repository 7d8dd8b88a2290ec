package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text that still grows")
final class DraftTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          See [the do              | 'See '
          See [the docs]           | 'See '
          See [the docs](https://a | 'See '
          See ![a pict             | 'See '
          See https://exam         | 'See '
          a <https                 | 'a '
          a &am                    | 'a '
          a **                     | 'a '
          a ``                     | 'a '
          See [a](https://b) now   | 'See [a](https://b) now'
          See [a](https://b).      | 'See [a](https://b).'
          See [a](https://b_(c)).  | 'See [a](https://b_(c)).'
          See [a](https://b_(c     | 'See '
          See <https://b>.         | 'See <https://b>.'
          """)
  @DisplayName("holds back what is not clear yet")
  void heldBack(String soFar, String shown) {
    assertThat(Draft.of(soFar).shown()).isEqualTo(shown);
  }

  @Test
  @DisplayName("has its open code fence closed, in lists and quotes too")
  void fences() {
    assertThat(Draft.of("Look:\n```java\nint i").shown()).isEqualTo("Look:\n```java\nint i\n```");
    assertThat(Draft.of("Look:\n```java\nint i;\n``").shown())
        .isEqualTo("Look:\n```java\nint i;\n```");
    assertThat(Draft.of("- a\n\n  ~~~\n  x").shown()).isEqualTo("- a\n\n  ~~~\n  x\n  ~~~");
    assertThat(Draft.of("> ```\n> x").shown()).isEqualTo("> ```\n> x\n> ```");
    assertThat(Draft.of("Look:\n```ja").shown()).isEqualTo("Look:\n");
  }

  @Test
  @DisplayName("shows a table row by row, beginning with the first whole one")
  void tables() {
    assertThat(Draft.of("Look\n\n|a|b|\n").shown()).isEqualTo("Look\n\n");
    assertThat(Draft.of("Look\n\n|a|b|\n|-|-").shown()).isEqualTo("Look\n\n");
    assertThat(Draft.of("|a|b|\n|-|-|\n|1|2|\n|3").shown()).isEqualTo("|a|b|\n|-|-|\n|1|2|\n");
  }

  @Property(tries = 500)
  @Label("is shown from its beginning, and no more than a little is held back for long")
  void prefix(@ForAll("texts") String text) {
    for (int end = 0; end <= text.length(); end += 7) {
      String soFar = text.substring(0, end);

      assertThat(soFar).startsWith(Draft.of(soFar).settled());
    }
    assertThat(Draft.of(text + "\n\nThe end.").settled()).endsWith("The end.");
  }

  @Provide
  Arbitrary<String> texts() {
    return MarkdownTexts.wellFormed();
  }
}
