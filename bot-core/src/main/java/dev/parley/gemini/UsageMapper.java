package dev.parley.gemini;

import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.ModalityTokenCount;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.Optional;

/// Gemini's counts of a call in the port's type.
final class UsageMapper {
  private UsageMapper() {}

  /// Empty where nothing is counted.
  static Optional<TokenUsage> usage(GenerateContentResponseUsageMetadata counted) {
    TokenUsage usage =
        new TokenUsage(
            counted.promptTokenCount().orElse(0),
            counted.cachedContentTokenCount().orElse(0),
            counted.candidatesTokenCount().orElse(0),
            counted.thoughtsTokenCount().orElse(0),
            counted.toolUsePromptTokenCount().orElse(0),
            ofKind("AUDIO", counted.promptTokensDetails()),
            ofKind("IMAGE", counted.promptTokensDetails()),
            ofKind("VIDEO", counted.promptTokensDetails()),
            ofKind("IMAGE", counted.candidatesTokensDetails()),
            0);
    return Optional.of(usage).filter(some -> !some.equals(TokenUsage.NONE));
  }

  private static int ofKind(String kind, Optional<List<ModalityTokenCount>> details) {
    return details.stream()
        .flatMap(List::stream)
        .filter(detail -> detail.modality().filter(it -> it.toString().equals(kind)).isPresent())
        .mapToInt(detail -> detail.tokenCount().orElse(0))
        .sum();
  }
}
