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
import dev.parley.inbox.TurnLostException;
import dev.parley.message.InboundMessage;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.quota.ModelAdvice;
import dev.parley.quota.Refusal;
import dev.parley.tool.ToolContext;
import dev.parley.tool.Toolbox;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
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
  private final ModelAdvice thrift;
  private final ModelLoop loop;

  public TurnRunner(
      ConversationSettings defaults,
      ContextWindow window,
      Store store,
      Models models,
      Toolbox toolbox,
      TurnSettings limits,
      Clock clock) {
    this.defaults = defaults;
    this.window = window;
    this.store = store;
    this.thrift = models.advice();
    this.loop = new ModelLoop(models.model(), toolbox, limits, clock);
  }

  /// Where finished rounds are journaled, and the pictures in them are kept.
  public record Store(TurnJournal journal, AttachmentStore files) {}

  /// What answers, and which model goes on near a limit.
  public record Models(LanguageModel model, ModelAdvice advice) {}

  /// Runs a turn; model failures and refusals to pay are outcomes.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  public TurnResult run(
      ClaimedTurn turn, TurnFiles files, Audience audience, Cancellation cancellation) {
    List<Utterance> questions =
        turn.messages().stream().map(message -> utterance(message, files)).toList();
    Booking booking = Bookings.of(turn, Purpose.ANSWER);
    Optional<ModelAdvice.Advice> advice = thrift.advice(booking.payer());
    try {
      ModelAnswer answer =
          loop.run(
              task(turn, booking, advice, questions, files),
              new StoredRounds(turn, store.journal(), store.files()),
              audience,
              cancellation);
      return result(turn, questions, answer, advice);
    } catch (ModelUnaffordableException refused) {
      return TurnResult.of(outcome(turn, refused));
    } catch (ModelException failure) {
      log.warn("turn {} failed: {}", turn.lease().turn(), failure.getMessage());
      return TurnResult.of(outcome(turn, failure));
    }
  }

  private static Utterance utterance(InboundMessage message, TurnFiles files) {
    return new Utterance(message.id(), message.author(), message.text(), files.taken(message.id()));
  }

  private ModelTask task(
      ClaimedTurn turn,
      Booking booking,
      Optional<ModelAdvice.Advice> advice,
      List<Utterance> questions,
      TurnFiles files) {
    ConversationSettings settings = defaults.overriddenBy(turn.overrides());
    Conversation conversation = turn.conversation();
    boolean direct = turn.firstMessage().place().direct();
    return new ModelTask(
        booking,
        advice.map(ModelAdvice.Advice::model).orElse(settings.model()),
        Prompt.system(settings, direct),
        Prompt.messages(conversation, window.fit(conversation), questions, direct, files),
        Optional.of(new ToolContext(conversation.id(), turn.firstMessage().author())));
  }

  private static TurnResult result(
      ClaimedTurn turn,
      List<Utterance> questions,
      ModelAnswer answer,
      Optional<ModelAdvice.Advice> advice) {
    TurnOutcome outcome = outcome(turn, answer);
    boolean memorable =
        switch (outcome) {
          case TurnOutcome.Answered _, TurnOutcome.Truncated _, TurnOutcome.CutOff _ -> true;
          case TurnOutcome.Stopped _, TurnOutcome.Unaffordable _ -> !answer.isBlank();
          case TurnOutcome.Withheld _, TurnOutcome.Empty _, TurnOutcome.Failed _ -> false;
        };
    return memorable
        ? new TurnResult(
            outcome,
            answer.pictures(),
            advice.map(TurnRunner::note).stream().toList(),
            Optional.of(memory(turn, questions, answer)))
        : TurnResult.of(outcome);
  }

  private static String note(ModelAdvice.Advice advice) {
    return "Answered by the cheaper model %s, since %d%% of a limit (%s) are spent."
        .formatted(advice.model(), advice.percent(), advice.limit().rule().limit());
  }

  private static Turn memory(ClaimedTurn turn, List<Utterance> questions, ModelAnswer answer) {
    int tokens =
        questions.stream().mapToInt(Utterance::tokens).sum()
            + answer.steps().stream().mapToInt(TurnRunner::tokens).sum()
            + answer.pictures().stream().mapToInt(file -> TokenEstimate.of(file.name())).sum();
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

  private static TurnOutcome outcome(ClaimedTurn turn, ModelAnswer answer) {
    if (answer.refusal().filter(Refusal.TurnGone.class::isInstance).isPresent()) {
      throw new TurnLostException(turn.lease());
    }
    return outcome(answer);
  }

  static TurnOutcome outcome(ModelAnswer answer) {
    if (answer.refusal().isPresent()) {
      return TurnOutcome.unaffordable(answer.text(), answer.refusal().get());
    }
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

  private static TurnOutcome outcome(ClaimedTurn turn, ModelException failure) {
    if (failure instanceof ModelUnaffordableException refused
        && refused.refusal() instanceof Refusal.TurnGone) {
      throw new TurnLostException(turn.lease());
    }
    return outcome(failure);
  }

  static TurnOutcome outcome(ModelException failure) {
    return switch (failure) {
      case ModelOverloadedException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.BUSY);
      case ModelUnreachableException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.UNREACHABLE);
      case ModelRejectedException _ ->
          new TurnOutcome.Failed(TurnOutcome.Failure.REFUSED_BY_PROVIDER);
      case ModelCancelledException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.INTERNAL);
      case ModelUnaffordableException refused -> TurnOutcome.unaffordable("", refused.refusal());
    };
  }
}
