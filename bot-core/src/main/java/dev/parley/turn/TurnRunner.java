package dev.parley.turn;

import dev.parley.attachment.AttachmentStore;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.TokenEstimate;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.message.InboundMessage;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.tool.ToolContext;
import dev.parley.tool.Toolbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one request to its outcome: conversation, context, model and tools.
public final class TurnRunner {
  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);

  private final ConversationSettings defaults;
  private final ContextWindow window;
  private final Store store;
  private final ModelLoop loop;

  public TurnRunner(
      ConversationSettings defaults,
      ContextWindow window,
      Store store,
      LanguageModel model,
      Toolbox toolbox,
      TurnSettings limits,
      Clock clock) {
    this.defaults = defaults;
    this.window = window;
    this.store = store;
    this.loop = new ModelLoop(model, toolbox, limits, clock);
  }

  /// Where finished rounds are journaled, and the pictures in them are kept.
  public record Store(TurnJournal journal, AttachmentStore files) {}

  /// Runs a turn; model failures are outcomes.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  public TurnResult run(
      ClaimedTurn turn, TurnFiles files, Audience audience, Cancellation cancellation) {
    List<Utterance> questions =
        turn.messages().stream().map(message -> utterance(message, files)).toList();
    try {
      ModelAnswer answer =
          loop.run(
              task(turn, questions, files),
              new StoredRounds(turn, store.journal(), store.files()),
              audience,
              cancellation);
      return result(turn, questions, answer);
    } catch (ModelException failure) {
      log.warn("turn {} failed: {}", turn.lease().turn(), failure.getMessage());
      return new TurnResult(outcome(failure), List.of(), Optional.empty());
    }
  }

  private static Utterance utterance(InboundMessage message, TurnFiles files) {
    return new Utterance(message.id(), message.author(), message.text(), files.taken(message.id()));
  }

  private ModelTask task(ClaimedTurn turn, List<Utterance> questions, TurnFiles files) {
    ConversationSettings settings = defaults.overriddenBy(turn.overrides());
    Conversation conversation = turn.conversation();
    boolean direct = turn.firstMessage().place().direct();
    return new ModelTask(
        settings.model(),
        Prompt.system(settings, direct),
        Prompt.messages(conversation, window.fit(conversation), questions, direct, files),
        Optional.of(new ToolContext(conversation.id(), turn.firstMessage().author())));
  }

  private static TurnResult result(
      ClaimedTurn turn, List<Utterance> questions, ModelAnswer answer) {
    TurnOutcome outcome = outcome(answer);
    boolean memorable =
        switch (outcome) {
          case TurnOutcome.Answered _, TurnOutcome.Truncated _, TurnOutcome.CutOff _ -> true;
          case TurnOutcome.Stopped _ -> !answer.isBlank();
          case TurnOutcome.Withheld _, TurnOutcome.Empty _, TurnOutcome.Failed _ -> false;
        };
    return memorable
        ? new TurnResult(outcome, answer.pictures(), Optional.of(memory(turn, questions, answer)))
        : new TurnResult(outcome, List.of(), Optional.empty());
  }

  private static Turn memory(ClaimedTurn turn, List<Utterance> questions, ModelAnswer answer) {
    int tokens =
        questions.stream().mapToInt(Utterance::tokens).sum()
            + answer.steps().stream().mapToInt(TurnRunner::tokens).sum()
            + answer.pictures().stream().mapToInt(TokenEstimate::of).sum();
    return new Turn(
        turn.lease().turn().id(),
        turn.firstMessage().sentAt(),
        questions,
        answer.steps(),
        answer.text(),
        answer.pictures(),
        answer.model(),
        answer.usage(),
        tokens,
        Optional.empty());
  }

  private static int tokens(ModelMessage step) {
    return switch (step) {
      case ModelMessage.FromUser user -> TokenEstimate.of(user.text());
      case ModelMessage.FromModel raw -> TokenEstimate.of(raw.content().json());
      case ModelMessage.SaidByModel said -> TokenEstimate.of(said.text());
      case ModelMessage.FromTools tools -> TokenEstimate.of(tools.answers().toString());
    };
  }

  static TurnOutcome outcome(ModelAnswer answer) {
    if (answer.reason().isEmpty()) {
      return new TurnOutcome.Stopped(answer.text());
    }
    return switch (answer.reason().get()) {
      case COMPLETE ->
          answer.isBlank() ? new TurnOutcome.Empty() : new TurnOutcome.Answered(answer.text());
      case LENGTH -> new TurnOutcome.Truncated(answer.text());
      case CUT -> new TurnOutcome.CutOff(answer.text());
      case QUESTION_BLOCKED -> new TurnOutcome.Withheld(true, answer.text());
      case ANSWER_BLOCKED -> new TurnOutcome.Withheld(false, answer.text());
      case MALFORMED_TOOL_CALL -> new TurnOutcome.Empty();
    };
  }

  static TurnOutcome outcome(ModelException failure) {
    return new TurnOutcome.Failed(
        switch (failure) {
          case ModelOverloadedException _ -> TurnOutcome.Failure.BUSY;
          case ModelUnreachableException _ -> TurnOutcome.Failure.UNREACHABLE;
          case ModelRejectedException _ -> TurnOutcome.Failure.REFUSED_BY_PROVIDER;
          case ModelCancelledException _ -> TurnOutcome.Failure.INTERNAL;
        });
  }
}
