package dev.parley.turn;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a running turn has of its answer. Used by one thread.
final class AnswerSoFar {
  private static final String BETWEEN_ROUNDS = "\n\n";

  private final Audience audience;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder roundText = new StringBuilder();
  private final List<ModelMessage> steps = new ArrayList<>();
  private TokenUsage usage = TokenUsage.NONE;
  private String model;

  AnswerSoFar(String model, Audience audience) {
    this.model = model;
    this.audience = audience;
  }

  /// More visible text of the round that runs.
  void hear(String delta) {
    if (delta.isEmpty()) {
      return;
    }
    if (roundText.isEmpty() && !text.isEmpty()) {
      tell(BETWEEN_ROUNDS);
    }
    roundText.append(delta);
    tell(delta);
  }

  private void tell(String delta) {
    text.append(delta);
    audience.hears(delta);
  }

  /// The round is over; it called tools, or is the last.
  void add(ModelRound round) {
    roundText.setLength(0);
    steps.addAll(
        round.callsTools() && round.results().isEmpty()
            ? List.of(new ModelMessage.SaidByModel(round.text()))
            : round.steps());
    usage = usage.plus(round.usage());
    model = round.model();
  }

  String model() {
    return model;
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  List<ModelMessage> steps() {
    return List.copyOf(steps);
  }

  ModelAnswer finished(FinishReason reason) {
    return ended(Optional.of(reason));
  }

  /// The asker stopped it: what was heard of the running round is all that will be.
  ModelAnswer stopped() {
    return ended(Optional.empty());
  }

  private ModelAnswer ended(Optional<FinishReason> reason) {
    if (!roundText.isEmpty()) {
      steps.add(new ModelMessage.SaidByModel(roundText.toString()));
    }
    return new ModelAnswer(text.toString(), steps, reason, usage, model);
  }
}
