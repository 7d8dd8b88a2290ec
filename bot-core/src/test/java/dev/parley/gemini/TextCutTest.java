package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text that is cut to what a model takes")
class TextCutTest {
  @ParameterizedTest(name = "of {0} with {1} tokens has {2} characters")
  @CsvSource({
    "abcdefghij, 2, 6", // three letters are a token
    "abc def, 2, 6",
    "123456, 2, 2", // others are one each
    "日本語, 2, 2",
    "short, 100, 5",
    "x, 0, 0"
  })
  void cut(String text, int tokens, int characters) {
    assertThat(TextCut.to(text, tokens)).isEqualTo(text.substring(0, characters));
  }

  @Test
  @DisplayName("ends with a whole character")
  void whole() {
    assertThat(TextCut.to("🙂🙂🙂", 2)).isEqualTo("🙂🙂");
  }
}
