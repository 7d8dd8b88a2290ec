package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id from outside")
class IdTextTest {
  @ParameterizedTest
  @DisplayName("may be any well-formed text of some length")
  @ValueSource(strings = {"a", "{}%:/@", "\ud83d\ude00", "Änne O'Neil"})
  void taken(String id) {
    assertThat(new UserId(id).value()).isEqualTo(id);
  }

  @ParameterizedTest
  @DisplayName("is refused with nothing in it, control characters, or half a character")
  @ValueSource(strings = {"", " ", "a\nb", "a\u001fb", "a\ud83d", "\ude00"})
  void refused(String id) {
    assertThatThrownBy(() -> new UserId(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
