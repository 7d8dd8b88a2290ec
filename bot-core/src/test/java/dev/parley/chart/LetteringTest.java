package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text in a picture")
class LetteringTest {
  private static final double WIDE = 10_000;

  private static String shown(String text) {
    return Lettering.LABEL.fitted(text, WIDE);
  }

  @Test
  @DisplayName("stands on one line, without what controls it")
  void line() {
    assertThat(shown("  Ann\n\t Lind\u0000gren\u202E ")).isEqualTo("Ann Lind gren");
  }

  @Test
  @DisplayName("has a box for what no font has, one for a joined emoji")
  void boxes() {
    // a private use character, which no font should claim
    String unknown = "\uDBFF\uDFFD";

    assertThat(shown("a" + unknown + "b")).isIn("a□b", "a?b");
    assertThat(shown(unknown + "\u200D" + unknown).codePointCount(0, 1)).isEqualTo(1);
    assertThat(shown("\uD83D")).isIn("□", "?");
  }

  @Test
  @DisplayName("has no pile of marks that reaches into other lines")
  void marks() {
    assertThat(shown("a" + "\u0336".repeat(50))).isIn("a\u0336\u0336", "□", "?");
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'\u200B'"})
  @DisplayName("is a dash where nothing is left of it")
  void nothing(String text) {
    assertThat(shown(text)).isEqualTo("–");
  }

  @Test
  @DisplayName("is cut with three dots where it would be too wide, never within a character")
  void cut() {
    String name = "e\u0301".repeat(5) + "🦊".repeat(3000);

    String cut = Lettering.LABEL.fitted(name, 60);

    assertThat(cut).startsWith("é").endsWith("…");
    assertThat(Lettering.LABEL.width(cut)).isBetween(30.0, 60.0);
  }
}
