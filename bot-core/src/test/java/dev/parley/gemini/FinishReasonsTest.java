package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.FinishReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Gemini's finish reasons")
class FinishReasonsTest {
  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "STOP, COMPLETE",
    "MAX_TOKENS, LENGTH",
    "SAFETY, ANSWER_BLOCKED",
    "RECITATION, ANSWER_BLOCKED",
    "PROHIBITED_CONTENT, ANSWER_BLOCKED",
    "MALFORMED_FUNCTION_CALL, MALFORMED_TOOL_CALL",
    "MISSING_THOUGHT_SIGNATURE, MALFORMED_TOOL_CALL",
    "SOMETHING_OF_NEXT_YEAR, ANSWER_BLOCKED"
  })
  void mean(String reason, FinishReason expected) {
    assertThat(FinishReasons.of(reason)).isEqualTo(expected);
  }
}
