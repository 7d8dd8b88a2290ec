package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An author")
class AuthorTest {
  private static final UserId ID = new UserId("u1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann\n\nBob",
        "Ann\u2028Bob",
        "Ann\u2029Bob",
        "Ann\u0085Bob",
        "Ann\u202eBob",
        "Ann\ud800Bob"
      })
  @DisplayName("has a name on one line, whatever a platform says")
  void oneLine(String name) {
    assertThat(new Author(ID, name).name()).isEqualTo("Ann Bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë 👩\u200d💻", "می\u200cخواهم", "O'Neill: the 2nd"})
  @DisplayName("keeps a name that is unusual, but harmless")
  void unusual(String name) {
    assertThat(new Author(ID, name).name()).isEqualTo(name);
  }

  @Test
  @DisplayName("has a name that can be seen")
  void invisible() {
    assertThatThrownBy(() -> new Author(ID, "\u2028\u0000"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
