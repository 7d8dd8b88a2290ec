package dev.parley.turn;

import dev.parley.approval.Approvals;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentStore;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.TokenEstimate;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import dev.parley.message.InboundMessage;
import dev.parley.message.ReplyFile;
import dev.parley.message.Wish;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.quota.ModelAdvice;
import dev.parley.quota.Refusal;
import dev.parley.tool.Toolbox;
import dev.parley.usage.TokenUsage;
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
  public record Models(LanguageModel model, ModelAdvice advice, Optional<String> pictures) {}

  /// Runs a turn; model failures and refusals to pay are outcomes.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  public TurnResult run(
      ClaimedTurn turn, TurnFiles files, Audience audience, Cancellation cancellation) {
    List<Utterance> questions =
        turn.messages().stream().map(message -> utterance(message, files)).toList();
    Optional<TurnTasks.Planned> planned = tasks.plan(turn, questions, files);
    if (planned.isEmpty()) {
      return TurnResult.of(new TurnOutcome.NoPicture(TurnOutcome.Missing.OFF, ""));
    }
    TurnTasks.Planned plan = planned.get();
    if (turn.firstMessage().wish() != Wish.RUN_TOOL) {
      return run(turn, questions, plan, audience, cancellation);
    }
    ApprovedRuns.Here here =
        new ApprovedRuns.Here(rounds(turn), plan.task().files(), plan.task().booking(), audience);
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

  /// What was approved is told and remembered, also where the model had nothing to say about it.
  private static TurnResult known(
      TurnResult result,
      ClaimedTurn turn,
      List<Utterance> questions,
      TurnTasks.Planned plan,
      ApprovedRuns.Came.Over over) {
    if (result.memory().isPresent()) {
      return result;
    }
    String told = ApprovedWords.plainly(over);
    ModelAnswer said =
        new ModelAnswer(
            told,
            over.result().files(),
            List.of(new ModelMessage.SaidByModel(told)),
            Optional.empty(),
            Optional.empty(),
            TokenUsage.NONE,
            plan.task().model());
    return new TurnResult(
        result.outcome(),
        said.files(),
        List.of(told),
        Optional.of(memory(turn, questions, said, List.of(ApprovedWords.of(over)))),
        result.waiting());
  }

  private RoundJournal rounds(ClaimedTurn turn) {
    return new StoredRounds(turn, store.journal(), store.files());
  }

  private TurnResult run(
      ClaimedTurn turn,
      List<Utterance> questions,
      TurnTasks.Planned plan,
      Audience audience,
      Cancellation cancellation) {
    plan.doing().ifPresent(audience::working);
    try {
      Asking asking = new TurnAsking(approvals, turn, TurnTasks.user(turn));
      ModelAnswer answer = loop.run(plan.task(), rounds(turn), asking, audience, cancellation);
      return result(turn, questions, answer, plan);
    } catch (ModelUnaffordableException refused) {
      return TurnResult.of(outcome(turn, refused));
    } catch (ModelException failure) {
      log.warn("turn {} failed: {}", turn.lease().turn(), failure.getMessage());
      return TurnResult.of(outcome(turn, failure));
    }
  }

  private static Utterance utterance(InboundMessage message, TurnFiles files) {
    return new Utterance(
        message.id(), message.author(), Prompt.wished(message), files.taken(message.id()));
  }

  private static TurnResult result(
      ClaimedTurn turn, List<Utterance> questions, ModelAnswer answer, TurnTasks.Planned plan) {
    TurnOutcome outcome = outcome(turn, answer);
    boolean memorable =
        switch (outcome) {
          case TurnOutcome.Answered _, TurnOutcome.Truncated _, TurnOutcome.CutOff _ -> true;
          case TurnOutcome.Stopped _, TurnOutcome.Unaffordable _ -> !answer.isBlank();
          case TurnOutcome.Withheld _,
              TurnOutcome.Empty _,
              TurnOutcome.NoPicture _,
              TurnOutcome.NotRun _,
              TurnOutcome.Failed _ ->
              false;
        };
    return memorable
        ? new TurnResult(
            outcome,
            answer.files(),
            plan.notes(),
            Optional.of(memory(turn, questions, answer, plan.before())),
            answer.waiting())
        : new TurnResult(outcome, List.of(), List.of(), Optional.empty(), answer.waiting());
  }

  private static Turn memory(
      ClaimedTurn turn, List<Utterance> questions, ModelAnswer answer, List<ModelMessage> before) {
    List<Attachment> files = answer.files().stream().map(ReplyFile::file).toList();
    List<ModelMessage> steps = Stream.concat(before.stream(), answer.steps().stream()).toList();
    int tokens =
        questions.stream().mapToInt(Utterance::tokens).sum()
            + steps.stream().mapToInt(TurnRunner::tokens).sum()
            + files.stream().mapToInt(file -> TokenEstimate.of(file.name())).sum();
    return new Turn(
        turn.lease().turn().id(),
        turn.firstMessage().sentAt(),
        questions,
        steps,
        answer.text(),
        files,
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
    return Outcomes.of(answer, turn.firstMessage().wish());
  }

  private static TurnOutcome outcome(ClaimedTurn turn, ModelException failure) {
    if (failure instanceof ModelUnaffordableException refused
        && refused.refusal() instanceof Refusal.TurnGone) {
      throw new TurnLostException(turn.lease());
    }
    return Outcomes.of(failure);
  }
}
