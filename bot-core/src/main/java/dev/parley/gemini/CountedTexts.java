package dev.parley.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.model.PromptCount;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Gemini count texts, which is free ("Understand and count tokens").
final class CountedTexts implements PromptCount {
  private static final Logger LOG = LoggerFactory.getLogger(CountedTexts.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /// What may surround each text, and what the whole may be counted otherwise.
  private static final int FRAME = 8;

  private static final int MARGIN_PERCENT = 2;

  private final GeminiJson gemini;
  private final String model;
  private final RunningEmbedding running;

  CountedTexts(GeminiJson gemini, String model, RunningEmbedding running) {
    this.gemini = gemini;
    this.model = model;
    this.running = running;
  }

  @Override
  public OptionalLong mostPromptTokens() {
    OptionalInt tokens = tokens();
    return tokens.isPresent()
        ? OptionalLong.of(
            tokens.getAsInt()
                + Math.ceilDiv((long) tokens.getAsInt() * MARGIN_PERCENT, 100)
                + (long) FRAME * running.batch().size())
        : OptionalLong.empty();
  }

  /// What Gemini counts; empty where it does not.
  OptionalInt tokens() {
    Duration left = running.deadline().left();
    Duration limit = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    try {
      JsonNode total =
          running
              .call(() -> gemini.call(model, "countTokens", running.batch().counting(), limit))
              .path("totalTokens");
      return total.canConvertToInt() && total.asInt() > 0
          ? OptionalInt.of(total.asInt())
          : OptionalInt.empty();
    } catch (RuntimeException failed) {
      LOG.info(
          "{} did not count texts: {}",
          model,
          ErrorMapper.map(failed, running.live().retryAfter()).getMessage());
      return OptionalInt.empty();
    }
  }
}
