package dev.parley.turn;

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

  /// @param toolbox what the model may use where tools are wanted, besides what changes something
  /// @param payer on whose account all its calls go
  public StatelessRunner(
      ConversationSettings defaults,
      LanguageModel model,
      Toolbox toolbox,
      TurnSettings limits,
      Payer payer,
      Clock clock) {
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
  public record Result(TurnOutcome outcome, TokenUsage usage, List<ToolCall> calls) {
    public Result {
      calls = List.copyOf(calls);
    }
  }

  /// Answers without tools. Blocks until the answer is there; an interrupt ends it.
  public Result run(List<ModelMessage> messages, Consumer<String> onText) {
    return run(messages, Optional.empty(), onText);
  }

  /// Answers by the help of tools. Blocks until the answer is there; an interrupt ends it, and the
  /// tools that run.
  public Result runWithTools(List<ModelMessage> messages) {
    return run(messages, Optional.of(caller), _ -> {});
  }

  private Result run(
      List<ModelMessage> messages, Optional<ToolUser> tools, Consumer<String> onText) {
    ModelTask task =
        new ModelTask(
            booking,
            defaults.model(),
            true,
            Prompt.system(defaults, true),
            messages,
            tools,
            List.of(),
            "");
    ModelAnswer answer =
        loop.run(task, RoundJournal.NONE, Asking.NOBODY, Audience.of(onText), new Cancellation());
    answer.failure().ifPresent(why -> log.warn("a stateless answer failed: {}", why.getMessage()));
    List<ToolCall> calls = answer.steps().stream().flatMap(StatelessRunner::calls).toList();
    return new Result(Outcomes.of(answer), answer.usage(), calls);
  }

  private static Stream<ToolCall> calls(ModelMessage step) {
    return step instanceof ModelMessage.FromTools tools
        ? tools.answers().stream().map(ModelMessage.Answered::call)
        : Stream.empty();
  }
}
