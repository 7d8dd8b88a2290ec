package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.citation.Sources;
import dev.parley.model.FinishReason;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnreachableException;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolSet;
import dev.parley.tool.ToolUser;
import dev.parley.tool.Toolbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets the model talk and call tools in turn until it has answered.
final class ModelLoop {
  private final LanguageModel model;
  private final Toolbox toolbox;
  private final TurnSettings settings;
  private final Clock clock;

  ModelLoop(LanguageModel model, Toolbox toolbox, TurnSettings settings, Clock clock) {
    this.model = model;
    this.toolbox = toolbox;
    this.settings = settings;
    this.clock = clock;
  }

  /// Runs all rounds. A model that fails is an ending like others.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  ModelAnswer run(
      ModelTask task,
      RoundJournal journal,
      Asking asking,
      Audience audience,
      Cancellation cancellation) {
    FileNames names = new FileNames(task.files());
    MadeFiles files = new MadeFiles(journal, names, task.pictured());
    task.before().ifPresent(files::add);
    AnswerSoFar answer = new AnswerSoFar(task, audience, files);
    Optional<ToolRuns> tools =
        task.tools()
            .map(
                user ->
                    new ToolRuns(
                        asking.offered(open(task, user)), journal, asking, task, user, names));
    try {
      return rounds(new Run(task, answer, tools, audience, cancellation, deadline()), journal);
    } catch (TurnCancelledException cancelled) {
      if (cancelled.why() == Cancellation.Cause.STOPPED) {
        return answer.stopped();
      }
      throw cancelled;
    } catch (ModelException failure) {
      return answer.failed(failure);
    }
  }

  private ToolSet open(ModelTask task, ToolUser user) {
    ToolSet all = toolbox.open(user);
    return task.documents().passages().isEmpty() ? all : all.askingForChanges();
  }

  private record Run(
      ModelTask task,
      AnswerSoFar answer,
      Optional<ToolRuns> tools,
      Audience audience,
      Cancellation cancellation,
      Instant deadline) {}

  private Instant deadline() {
    return clock.instant().plus(settings.timeLimit());
  }

  private ModelAnswer rounds(Run run, RoundJournal journal) {
    for (int number = 0; ; number++) {
      Optional<ModelRound> recalled = journal.recall(number);
      recalled.ifPresent(run.answer()::recall);
      ModelRound round = recalled.isPresent() ? recalled.get() : next(run, number, journal);
      if (isLast(run, round, number)) {
        run.answer().add(round);
        return run.answer().finished(reason(round));
      }
      run.answer().add(complete(run, number, round));
    }
  }

  /// Calls of the last round are answered by nobody.
  private static FinishReason reason(ModelRound round) {
    return round.callsTools() && round.reason() == FinishReason.COMPLETE
        ? FinishReason.MALFORMED_TOOL_CALL
        : round.reason();
  }

  /// A model that calls tools which it was not offered any more is not asked for ever.
  private boolean isLast(Run run, ModelRound round, int number) {
    return !round.callsTools()
        || run.tools().isEmpty()
        || round.reason() != FinishReason.COMPLETE
        || number >= settings.mostRounds();
  }

  /// The last round is in no journal, since the answer is stored right after it; unless it has
  /// pictures, which cost too much to be made twice.
  private ModelRound next(Run run, int number, RoundJournal journal) {
    ModelRound asked = ask(run, number);
    boolean last = isLast(run, asked, number);
    if (!last && run.tools().orElseThrow().mustBeNoted(asked.calls())) {
      journal.insist(number, asked);
    } else if (!last || !asked.pictures().isEmpty()) {
      journal.keep(number, asked);
    }
    return asked;
  }

  private static ModelRound complete(Run run, int number, ModelRound round) {
    if (!round.results().isEmpty()) {
      // an older version noted them with the round
      return round;
    }
    ToolRuns tools = run.tools().orElseThrow();
    return round.withResults(
        tools.results(number, round.calls(), run.audience(), run.cancellation()));
  }

  private ModelRound ask(Run run, int number) {
    Listening listening = new Listening();
    ModelRequest request = request(run, number);
    try (ModelStream stream = run.cancellation().interruptibly(() -> model.stream(request))) {
      while (run.cancellation().interruptibly(stream::hasNext)) {
        listening.to(run.cancellation().interruptibly(stream::next), run);
      }
    }
    return listening.round();
  }

  private ModelRequest request(Run run, int number) {
    Duration left = Duration.between(clock.instant(), run.deadline());
    if (!left.isPositive()) {
      throw new ModelUnreachableException("the turn's time limit passed", null);
    }
    List<ModelMessage> messages = new ArrayList<>(run.task().messages());
    messages.addAll(run.answer().steps());
    Optional<ToolRuns> tools = run.tools().filter(_ -> number < settings.mostRounds());
    return new ModelRequest(
            run.task().booking(),
            run.answer().model(),
            number == 0 && run.task().mayFallBack(),
            run.task().system(),
            tools.map(ToolRuns::specs).orElse(List.of()),
            messages,
            settings.mostOutputTokens(),
            left)
        .withOwnTools(run.tools().isPresent());
  }

  /// Gathers the events of one call.
  private static final class Listening {
    private final StringBuilder text = new StringBuilder();
    private Sources sources = Sources.NONE;
    private final List<Attachment> pictures = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();
    private Optional<ModelEvent.Finished> end = Optional.empty();

    void to(ModelEvent event, Run run) {
      switch (event) {
        case ModelEvent.Text more -> {
          text.append(more.delta());
          run.answer().hear(more.delta());
        }
        case ModelEvent.Picture made -> pictures.addAll(run.answer().see(made.picture()));
        case ModelEvent.Thought _ -> run.audience().working("Thinking…");
        case ModelEvent.ToolRequested requested -> calls.add(requested.call());
        case ModelEvent.Cited cited -> sources = cited.sources();
        case ModelEvent.Finished finished -> end = Optional.of(finished);
      }
    }

    ModelRound round() {
      ModelEvent.Finished finished =
          end.orElseThrow(() -> new IllegalStateException("the model's stream had no last event"));
      RawContent content = finished.content();
      return new ModelRound(
          text.toString(),
          sources,
          pictures,
          content,
          calls,
          List.of(),
          finished.reason(),
          finished.usage(),
          finished.model());
    }
  }
}
