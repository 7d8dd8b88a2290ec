package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The estimate of tokens")
class TokenEstimateTest {
  @ParameterizedTest
  @CsvSource({"'',0", "a,1", "four,1", "fives,2", "日本語,3", "日本 ok,3"})
  @DisplayName("takes a quarter of ASCII characters and each other one as a whole")
  void countsByScript(String text, int tokens) {
    assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
  }
}
