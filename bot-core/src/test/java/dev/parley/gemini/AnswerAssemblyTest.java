package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.GenerateContentResponse;
import dev.parley.usage.TokenUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Gemini counts of an answer")
class AnswerAssemblyTest {
  private static TokenUsage counted(String... chunks) {
    AnswerAssembly answer = new AnswerAssembly("gemini-3.8-flash", 0, _ -> {});
    for (String chunk : chunks) {
      answer.take(GenerateContentResponse.fromJson(chunk));
    }
    return answer.finished().usage();
  }

  @Test
  @DisplayName("is taken by its kinds; what has no price of its own is only in the whole")
  void kinds() {
    String chunk =
        """
        {"usageMetadata": {
          "promptTokenCount": 4000, "cachedContentTokenCount": 1024, "candidatesTokenCount": 1130,
          "thoughtsTokenCount": 30, "toolUsePromptTokenCount": 77, "totalTokenCount": 5237,
          "promptTokensDetails": [
            {"modality": "TEXT", "tokenCount": 200}, {"modality": "AUDIO", "tokenCount": 1500},
            {"modality": "IMAGE", "tokenCount": 1120}, {"modality": "IMAGE", "tokenCount": 1120},
            {"modality": "DOCUMENT", "tokenCount": 50}, {"modality": "VIDEO", "tokenCount": 70}, {"modality": "SMELL", "tokenCount": 10},
            {"tokenCount": 3}, {"modality": "AUDIO"}],
          "candidatesTokensDetails": [
            {"modality": "IMAGE", "tokenCount": 1120}, {"modality": "TEXT", "tokenCount": 10}]}}
        """;

    assertThat(counted(chunk))
        .isEqualTo(new TokenUsage(4_000, 1_024, 1_130, 30, 77, 1_500, 2_240, 70, 1_120, 0));
  }

  @Test
  @DisplayName("is what it counts last, not the sum, and not where it counts nothing")
  void last() {
    TokenUsage counted =
        counted(
            "{\"usageMetadata\": {\"promptTokenCount\": 100, \"candidatesTokenCount\": 10}}",
            "{\"usageMetadata\": {\"promptTokenCount\": 100, \"candidatesTokenCount\": 25}}",
            "{\"usageMetadata\": {}}",
            "{}");

    assertThat(counted).isEqualTo(new TokenUsage(100, 0, 25, 0, 0));
  }

  @Test
  @DisplayName("are its searches, too, which it may tell several times and before the tokens")
  void searches() {
    String searched =
        """
        {"candidates": [{"groundingMetadata": {"webSearchQueries": ["rain", "rain in Kyiv"]}}]}
        """;
    String grounded =
        """
        {"candidates": [{"groundingMetadata": {"groundingChunks": []}}],
         "usageMetadata": {"promptTokenCount": 9}}
        """;

    assertThat(counted(searched, searched, grounded))
        .isEqualTo(new TokenUsage(9, 0, 0, 0, 0).withSearches(2));
    assertThat(counted(grounded).searches()).isZero();
  }

  @Test
  @DisplayName("is the prompt alone where the answer was cut before its first word")
  void onlyPrompt() {
    assertThat(counted("{\"usageMetadata\": {\"promptTokenCount\": 52345}}"))
        .isEqualTo(new TokenUsage(52_345, 0, 0, 0, 0));
    assertThat(counted()).isEqualTo(TokenUsage.NONE);
  }
}
