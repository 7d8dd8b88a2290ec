package dev.parley.turn;

import dev.parley.conversation.ConversationSettings;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelMessage;
import dev.parley.tool.Toolbox;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a conversation that its caller keeps: nothing is stored, no tool is called.
public final class StatelessRunner {
  private static final Logger log = LoggerFactory.getLogger(StatelessRunner.class);

  private final ConversationSettings defaults;
  private final Booking booking;
  private final ModelLoop loop;

  /// @param payer on whose account all its calls go
  public StatelessRunner(
      ConversationSettings defaults,
      LanguageModel model,
      TurnSettings limits,
      Payer payer,
      Clock clock) {
    this.defaults = defaults;
    this.booking = new Booking(payer, Purpose.ANSWER, Optional.empty());
    this.loop = new ModelLoop(model, new Toolbox(List.of(), Duration.ofSeconds(1)), limits, clock);
  }

  /// The outcome with what it took.
  public record Result(TurnOutcome outcome, TokenUsage usage) {}

  /// Blocks until the answer is there; an interrupt ends it.
  public Result run(List<ModelMessage> messages, Consumer<String> onText) {
    ModelTask task =
        new ModelTask(
            booking,
            defaults.model(),
            true,
            Prompt.system(defaults, true),
            messages,
            Optional.empty(),
            List.of(),
            "");
    ModelAnswer answer =
        loop.run(task, RoundJournal.NONE, Asking.NOBODY, Audience.of(onText), new Cancellation());
    answer.failure().ifPresent(why -> log.warn("a stateless answer failed: {}", why.getMessage()));
    return new Result(Outcomes.of(answer), answer.usage());
  }
}
