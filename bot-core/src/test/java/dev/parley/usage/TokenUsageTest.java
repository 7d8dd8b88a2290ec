package dev.parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What calls took")
class TokenUsageTest {
  @Test
  @DisplayName("is added count by count")
  void added() {
    TokenUsage first = new TokenUsage(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    TokenUsage second = new TokenUsage(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

    assertThat(first.plus(second))
        .isEqualTo(new TokenUsage(11, 22, 33, 44, 55, 66, 77, 88, 99, 110));
    assertThat(first.plus(TokenUsage.NONE)).isEqualTo(first);
  }

  @Test
  @DisplayName("counts sound, pictures and video as parts, not on top")
  void total() {
    assertThat(new TokenUsage(100, 20, 30, 4, 5, 60, 40, 10, 30, 2).total()).isEqualTo(139);
  }

  @Test
  @DisplayName("is never negative")
  void negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenUsage(0, 0, 0, 0, -1, 0, 0, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenUsage(0, 0, 0, 0, 0, 0, 0, 0, 0, -1));
  }
}
