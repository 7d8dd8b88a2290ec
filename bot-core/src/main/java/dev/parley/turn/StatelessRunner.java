package dev.parley.turn;

import dev.parley.consultation.Asker;
import dev.parley.consultation.Consultant;
import dev.parley.consultation.Consultation;
import dev.parley.consultation.Question;
import dev.parley.consultation.QuotedPassage;
import dev.parley.conversation.ConversationSettings;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolUser;
import dev.parley.tool.Toolbox;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a conversation that its caller keeps: nothing is stored.
public final class StatelessRunner {
  private static final Logger log = LoggerFactory.getLogger(StatelessRunner.class);

  private final ConversationSettings defaults;
  private final Booking booking;
  private final ToolUser caller;
  private final ModelLoop loop;
  private final Consultant documents;

  /// Where there are no documents.
  public StatelessRunner(
      ConversationSettings defaults,
      LanguageModel model,
      Toolbox toolbox,
      TurnSettings limits,
      Payer payer,
      Clock clock) {
    this(defaults, model, toolbox, limits, payer, Consultant.NONE, clock);
  }

  /// @param toolbox what the model may use where tools are wanted, besides what changes something
  /// @param payer on whose account all its calls go
  public StatelessRunner(
      ConversationSettings defaults,
      LanguageModel model,
      Toolbox toolbox,
      TurnSettings limits,
      Payer payer,
      Consultant documents,
      Clock clock) {
    this.documents = documents;
    this.defaults = defaults;
    this.booking = new Booking(payer, Purpose.ANSWER, Optional.empty());
    this.caller = user(payer);
    this.loop = new ModelLoop(model, toolbox.forCallers(), limits, clock);
  }

  private static ToolUser user(Payer payer) {
    Place place = new Place(payer.tenant(), payer.channel(), Optional.empty(), true);
    return new ToolUser(
        place.conversation(SessionScope.CHANNEL, payer.user()),
        place,
        new Author(payer.user(), payer.name()),
        Set.of());
  }

  /// The outcome with what it took.
  ///
  /// @param calls to tools that were made, in their order
  /// @param quoted the passages of documents that it cites, in the order of their numbers
  public record Result(
      TurnOutcome outcome, TokenUsage usage, List<ToolCall> calls, List<QuotedPassage> quoted) {
    public Result {
      calls = List.copyOf(calls);
      quoted = List.copyOf(quoted);
    }
  }

  /// Answers without tools. Blocks until the answer is there; an interrupt ends it.
  public Result run(List<ModelMessage> messages, Consumer<String> onText) {
    return run(messages, Optional.empty(), Audience.of(onText), ModelAnswer::cited);
  }

  /// Answers by the help of tools. Blocks until the answer is there; an interrupt ends it, and the
  /// tools that run.
  public Result runWithTools(List<ModelMessage> messages) {
    return run(messages, Optional.of(caller), Audience.of(_ -> {}), ModelAnswer::cited);
  }

  /// Answers one question without tools: the text has the numbers of what it cites, and no list of
  /// it. Blocks until the answer is there; an interrupt ends it.
  public Result search(String question) {
    return run(
        List.of(new ModelMessage.FromUser(question)),
        Optional.empty(),
        Audience.of(_ -> {}),
        ModelAnswer::numbered);
  }

  private Result run(
      List<ModelMessage> messages,
      Optional<ToolUser> tools,
      Audience audience,
      Function<ModelAnswer, String> shown) {
    Consultation found = consult(messages);
    Optional<TurnOutcome> instead = TurnDocuments.instead(found);
    if (instead.isPresent()) {
      return new Result(instead.get(), TokenUsage.NONE, List.of(), List.of());
    }
    ModelAnswer answer =
        loop.run(
            task(messages, tools).consulting(found),
            RoundJournal.NONE,
            Asking.NOBODY,
            audience,
            new Cancellation());
    answer.failure().ifPresent(why -> log.warn("a stateless answer failed: {}", why.getMessage()));
    documents.used(caller.place().tenant(), answer.quoted());
    List<ToolCall> calls = answer.steps().stream().flatMap(StatelessRunner::calls).toList();
    return new Result(
        Outcomes.of(answer, shown.apply(answer)), answer.usage(), calls, answer.quoted());
  }

  /// What is shown with a question is what it is about.
  private Consultation consult(List<ModelMessage> messages) {
    List<ModelMessage.FromUser> asked =
        messages.stream()
            .filter(ModelMessage.FromUser.class::isInstance)
            .map(ModelMessage.FromUser.class::cast)
            .toList();
    if (asked.isEmpty() || !asked.getLast().media().isEmpty()) {
      return Consultation.none();
    }
    Optional<String> before =
        asked.size() > 1 ? Optional.of(asked.get(asked.size() - 2).text()) : Optional.empty();
    return documents.consult(
        new Asker(caller.place(), caller.asker().id(), caller.groups(), Asker.Sight.ANYBODY),
        Question.of(asked.getLast().text(), before),
        booking);
  }

  private ModelTask task(List<ModelMessage> messages, Optional<ToolUser> tools) {
    return new ModelTask(
        booking,
        defaults.model(),
        true,
        Prompt.system(defaults, true),
        messages,
        tools,
        List.of(),
        "");
  }

  private static Stream<ToolCall> calls(ModelMessage step) {
    return step instanceof ModelMessage.FromTools tools
        ? tools.answers().stream().map(ModelMessage.Answered::call)
        : Stream.empty();
  }
}
