package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.model.CallRefusal;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.Optional;

/// What came of all rounds with the model.
///
/// @param text all that people saw
/// @param pictures that people are shown with it
/// @param steps what to remember, in the order it happened
/// @param reason why the model stopped; empty where it was stopped
/// @param refusal why it was not let go on; empty where the asker stopped it
record ModelAnswer(
    String text,
    List<Attachment> pictures,
    List<ModelMessage> steps,
    Optional<FinishReason> reason,
    Optional<CallRefusal> refusal,
    TokenUsage usage,
    String model) {
  ModelAnswer {
    pictures = List.copyOf(pictures);
    steps = List.copyOf(steps);
  }

  boolean isBlank() {
    return text.isBlank() && pictures.isEmpty();
  }
}
