package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.citation.Sources;
import dev.parley.consultation.Quotations;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a running turn has of its answer. Used by one thread.
final class AnswerSoFar {
  private static final String BETWEEN_ROUNDS = "\n\n";
  private static final String UNSEEN = "[You made a picture here, which you cannot see any more.]";

  private final Audience audience;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder roundText = new StringBuilder();
  private final List<ModelMessage> steps = new ArrayList<>();
  private final MadeFiles files;
  private final Quotations quotations;
  private Quotations.Round round;
  private Sources sources = Sources.NONE;
  private int roundBegin;
  private boolean roundHasPictures;
  private TokenUsage usage = TokenUsage.NONE;
  private String model;

  AnswerSoFar(ModelTask task, Audience audience, MadeFiles files) {
    this.model = task.model();
    this.audience = audience;
    this.files = files;
    this.quotations = new Quotations(task.documents());
    this.round = quotations.round(this::see, audience::hears, text);
  }

  /// More of what the model says in the round that runs.
  void hear(String delta) {
    round.hear(delta);
  }

  /// More of it that people may see.
  private void see(String delta) {
    if (delta.isEmpty()) {
      return;
    }
    if (roundText.isEmpty() && !text.isEmpty()) {
      tell(BETWEEN_ROUNDS);
    }
    if (roundText.isEmpty()) {
      roundBegin = text.length();
    }
    roundText.append(delta);
    tell(delta);
  }

  private void tell(String delta) {
    text.append(delta);
    audience.hears(delta);
  }

  /// The round that runs has made a picture.
  ///
  /// @return as it is remembered; nothing where pictures are not kept
  List<Attachment> see(Media picture) {
    List<Attachment> taken = files.take(picture);
    roundHasPictures |= !taken.isEmpty();
    return taken;
  }

  /// A round that an earlier owner of the turn had finished.
  void recall(ModelRound round) {
    hear(round.text());
    files.recall(round.pictures());
  }

  /// The round is over; it called tools, or is the last.
  void add(ModelRound done) {
    round.end();
    sources =
        sources.plus(
            round.placed(done.sources()), roundText.isEmpty() ? text.length() : roundBegin);
    roundText.setLength(0);
    roundHasPictures = false;
    files.add(done.results());
    steps.addAll(done.callsTools() && done.results().isEmpty() ? said(done) : done.steps());
    usage = usage.plus(done.usage());
    model = done.model();
    learn(done);
  }

  private void learn(ModelRound done) {
    for (int call = 0; call < done.results().size(); call++) {
      quotations.learn(done.calls().get(call), done.results().get(call));
    }
    round = quotations.round(this::see, audience::hears, text);
  }

  /// What is left of a round whose calls nobody answers.
  private static List<ModelMessage> said(ModelRound round) {
    return round.text().isBlank() ? List.of() : List.of(new ModelMessage.SaidByModel(round.text()));
  }

  String model() {
    return model;
  }

  boolean isBlank() {
    return text.toString().isBlank() && files.isEmpty() && WaitingCall.in(steps).isEmpty();
  }

  /// The finished rounds as the model is given them back.
  List<ModelMessage> steps() {
    return steps.stream().map(files::shown).toList();
  }

  ModelAnswer finished(FinishReason reason) {
    return ended(Optional.of(reason), Optional.empty());
  }

  /// The asker stopped it: what was heard of the running round is all that will be.
  ModelAnswer stopped() {
    return ended(Optional.empty(), Optional.empty());
  }

  /// A round failed, or may not begin.
  ModelAnswer failed(ModelException why) {
    return why instanceof ModelUnaffordableException || isBlank()
        ? ended(Optional.empty(), Optional.of(why))
        : finished(FinishReason.CUT);
  }

  private ModelAnswer ended(Optional<FinishReason> reason, Optional<ModelException> failure) {
    round.end();
    if (roundHasPictures) {
      steps.add(new ModelMessage.SaidByModel((roundText + "\n" + UNSEEN).strip()));
    } else if (!roundText.isEmpty()) {
      steps.add(new ModelMessage.SaidByModel(roundText.toString()));
    }
    return new ModelAnswer(
        text.toString(),
        quotations.sources().plus(sources, 0),
        files.all(),
        steps.stream().map(ModelMessage::remembered).map(quotations::remembered).toList(),
        reason,
        failure,
        usage,
        model,
        quotations.cited());
  }
}
