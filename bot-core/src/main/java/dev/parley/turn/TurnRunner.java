package dev.parley.turn;

import dev.parley.approval.Approvals;
import dev.parley.attachment.AttachmentStore;
import dev.parley.consultation.Consultant;
import dev.parley.consultation.Consultation;
import dev.parley.consultation.QuotedPassage;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.quota.ModelAdvice;
import dev.parley.quota.Refusal;
import dev.parley.tool.ToolResult;
import dev.parley.tool.Toolbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one request to its outcome: conversation, context, model and tools.
public final class TurnRunner {
  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);

  private final Store store;
  private final Approvals approvals;
  private final ApprovedRuns approvedRuns;
  private final TurnDocuments documents;
  private final TurnTasks tasks;
  private final ModelLoop loop;

  public TurnRunner(
      ConversationSettings defaults,
      ContextWindow window,
      Store store,
      Models models,
      Tools tools,
      TurnSettings limits,
      Clock clock) {
    this.store = store;
    this.approvals = tools.approvals();
    this.approvedRuns = new ApprovedRuns(tools.approvals(), tools.toolbox());
    this.documents = new TurnDocuments(models.documents());
    this.tasks = new TurnTasks(defaults, window, models);
    this.loop = new ModelLoop(models.model(), tools.toolbox(), limits, clock);
  }

  /// What models may call, and who is asked about it.
  public record Tools(Toolbox toolbox, Approvals approvals) {}

  /// Where finished rounds are journaled, and the pictures in them are kept.
  public record Store(TurnJournal journal, AttachmentStore files) {}

  /// What answers.
  ///
  /// @param advice which model goes on near a limit
  /// @param pictures the id of the model that makes pictures; empty where none does
  /// @param documents that are looked at for it
  public record Models(
      LanguageModel model, ModelAdvice advice, Optional<String> pictures, Consultant documents) {
    /// Where there are no documents.
    public Models(LanguageModel model, ModelAdvice advice, Optional<String> pictures) {
      this(model, advice, pictures, Consultant.NONE);
    }
  }

  /// Runs a turn; failures are outcomes.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  public TurnResult run(
      ClaimedTurn turn, TurnFiles files, Audience audience, Cancellation cancellation) {
    List<Utterance> questions = questions(turn, files);
    Consultation found = documents.consult(turn, audience, cancellation);
    Optional<TurnOutcome> instead = TurnDocuments.instead(found, questions);
    if (instead.isPresent() && instead.get() instanceof TurnOutcome.NotInDocuments why) {
      return unasked(turn, questions, why);
    }
    Optional<TurnTasks.Planned> planned = tasks.plan(turn, questions, files, found);
    if (planned.isEmpty()) {
      return TurnResult.of(new TurnOutcome.NoPicture(TurnOutcome.Missing.OFF, ""));
    }
    TurnTasks.Planned plan = planned.get();
    if (turn.firstMessage().wish() != Wish.RUN_TOOL) {
      return run(turn, questions, plan, audience, cancellation);
    }
    ApprovedRuns.Here here =
        new ApprovedRuns.Here(
            rounds(turn, cancellation), plan.task().files(), plan.task().booking(), audience);
    return switch (approvedRuns.run(turn, here, cancellation)) {
      case ApprovedRuns.Came.Over over ->
          known(
              run(turn, questions, plan.after(over), audience, cancellation),
              turn,
              questions,
              plan,
              over);
      case ApprovedRuns.Came.NotRun(TurnOutcome.NotRun why) -> TurnResult.of(why);
    };
  }

  /// Remembered, so that what is asked next can mean it.
  private static TurnResult unasked(
      ClaimedTurn turn, List<Utterance> questions, TurnOutcome.NotInDocuments why) {
    return new TurnResult(
        why,
        List.of(),
        List.of(),
        Optional.of(TurnMemory.of(turn, questions, why.sentence())),
        List.of());
  }

  /// What was approved is told and remembered, also where the model had nothing to say about it.
  private static TurnResult known(
      TurnResult result,
      ClaimedTurn turn,
      List<Utterance> questions,
      TurnTasks.Planned plan,
      ApprovedRuns.Came.Over over) {
    boolean unknown = over.result() instanceof ToolResult.Unknown;
    String told = ApprovedWords.plainly(over);
    if (result.memory().isPresent() && !(result.outcome() instanceof TurnOutcome.Failed)) {
      return unknown ? result.noting(told) : result;
    }
    ModelAnswer said = ModelAnswer.told(told, over.result().files(), plan.task().model());
    return new TurnResult(
        result.outcome(),
        said.files(),
        joined(List.of(told), result.notes()),
        Optional.of(TurnMemory.of(turn, questions, List.of(ApprovedWords.of(over)), said)),
        result.waiting());
  }

  private TurnResult run(
      ClaimedTurn turn,
      List<Utterance> questions,
      TurnTasks.Planned plan,
      Audience audience,
      Cancellation cancellation) {
    plan.doing().ifPresent(audience::working);
    StoredRounds rounds = rounds(turn, cancellation);
    try {
      Asking asking = new TurnAsking(approvals, turn, TurnTasks.user(turn));
      ModelAnswer answer = loop.run(plan.task(), rounds, asking, audience, cancellation);
      answer
          .failure()
          .ifPresent(why -> log.warn("turn {} failed: {}", turn.lease().turn(), why.getMessage()));
      documents.used(turn, answer);
      return result(turn, questions, answer, plan, rounds.deeds());
    } catch (TurnLostException | TurnCancelledException | StoreUnavailableException elsewhere) {
      throw elsewhere;
    } catch (RuntimeException defect) {
      log.error("turn {} failed", turn.lease().turn(), defect);
      return failed(turn, questions, TurnOutcome.Failure.INTERNAL, rounds.deeds());
    }
  }

  private StoredRounds rounds(ClaimedTurn turn, Cancellation cancellation) {
    return new StoredRounds(turn, store.journal(), store.files(), cancellation);
  }

  /// The end of a turn that is run no more, since each of its owners was lost.
  public TurnResult givenUp(ClaimedTurn turn) {
    return failed(
        turn,
        questions(turn, TurnFiles.NONE),
        TurnOutcome.Failure.GIVEN_UP,
        rounds(turn, new Cancellation()).deeds());
  }

  /// Whether documents were left out of an answer that its asker may see.
  public boolean keepsBack(ClaimedTurn turn) {
    return documents.keepsBack(turn);
  }

  /// What such documents say to the question, for the asker alone. Blocks.
  public List<QuotedPassage> keptBack(ClaimedTurn turn) {
    return documents.keptBack(turn);
  }

  private static List<Utterance> questions(ClaimedTurn turn, TurnFiles files) {
    return turn.messages().stream().map(message -> utterance(message, files)).toList();
  }

  private static Utterance utterance(InboundMessage message, TurnFiles files) {
    return new Utterance(
        message.id(), message.author(), Prompt.wished(message), files.taken(message.id()));
  }

  private static TurnResult result(
      ClaimedTurn turn,
      List<Utterance> questions,
      ModelAnswer answer,
      TurnTasks.Planned plan,
      Deeds deeds) {
    TurnOutcome outcome = outcome(turn, answer);
    if (isMemorable(outcome, answer)) {
      return new TurnResult(
          outcome,
          answer.files(),
          joined(
              joined(TurnDocuments.notes(plan.task().documents(), answer), plan.notes()),
              deeds.notes(isWhole(outcome))),
          Optional.of(
              TurnDocuments.isSecret(turn, plan.task().documents(), answer)
                  ? TurnMemory.of(turn, questions, TurnDocuments.TOLD_ALONE)
                  : TurnMemory.of(turn, questions, plan.before(), answer)),
          answer.waiting());
    }
    return new TurnResult(
        outcome, List.of(), deeds.notes(false), memory(turn, questions, deeds), answer.waiting());
  }

  private static TurnOutcome outcome(ClaimedTurn turn, ModelAnswer answer) {
    if (answer.failure().filter(TurnRunner::isGone).isPresent()) {
      throw new TurnLostException(turn.lease());
    }
    return Outcomes.of(answer, turn.firstMessage().wish());
  }

  private static boolean isGone(ModelException failure) {
    return failure instanceof ModelUnaffordableException refused
        && refused.refusal() instanceof Refusal.TurnGone;
  }

  private static boolean isMemorable(TurnOutcome outcome, ModelAnswer answer) {
    return switch (outcome) {
      case TurnOutcome.Answered _, TurnOutcome.Truncated _, TurnOutcome.CutOff _ -> true;
      case TurnOutcome.Stopped _, TurnOutcome.Unaffordable _, TurnOutcome.Unfinished _ ->
          !answer.isBlank();
      case TurnOutcome.Withheld _,
          TurnOutcome.Empty _,
          TurnOutcome.NoPicture _,
          TurnOutcome.NotRun _,
          TurnOutcome.NotInDocuments _,
          TurnOutcome.Failed _ ->
          false;
    };
  }

  private static boolean isWhole(TurnOutcome outcome) {
    return outcome instanceof TurnOutcome.Answered || outcome instanceof TurnOutcome.Truncated;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static TurnResult failed(
      ClaimedTurn turn, List<Utterance> questions, TurnOutcome.Failure why, Deeds deeds) {
    return new TurnResult(
        new TurnOutcome.Failed(why),
        List.of(),
        deeds.notes(false),
        memory(turn, questions, deeds),
        List.of());
  }

  /// What is remembered where there is no answer: what was done all the same.
  private static Optional<Turn> memory(ClaimedTurn turn, List<Utterance> questions, Deeds deeds) {
    return deeds.mustBeRemembered()
        ? Optional.of(TurnMemory.of(turn, questions, deeds.inShort()))
        : Optional.empty();
  }
}
