package dev.parley.engine;

import dev.parley.model.ModelMessage;
import dev.parley.platform.StatelessChat;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Refusal;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Serves callers that keep the history themselves.
public final class DirectChat implements StatelessChat {
  private static final Duration BRIEFLY = Duration.ofMinutes(1);

  private final StatelessRunner runner;
  private final Clock clock;

  public DirectChat(StatelessRunner runner, Clock clock) {
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public Answer answer(List<Line> lines, Consumer<String> onText) {
    StatelessRunner.Result result =
        runner.run(lines.stream().map(DirectChat::message).toList(), onText);
    return new Answer(
        OutcomeWording.reply(result.outcome()), result.usage(), refusedFor(result.outcome()));
  }

  private Optional<Duration> refusedFor(TurnOutcome outcome) {
    if (!(outcome instanceof TurnOutcome.Unaffordable(String text, Refusal why))
        || !text.isBlank()) {
      return Optional.empty();
    }
    Duration wait =
        switch (why) {
          case Refusal.OverLimit over when !over.busy() -> untilAnew(over.limit());
          case Refusal.OverShare over -> untilAnew(over.limit());
          case Refusal.OverLimit _,
              Refusal.UnknownPrice _,
              Refusal.StoreAway _,
              Refusal.TurnGone _ ->
              BRIEFLY;
        };
    return Optional.of(wait.compareTo(BRIEFLY) < 0 ? BRIEFLY : wait);
  }

  private Duration untilAnew(AppliedLimit limit) {
    return Duration.between(clock.instant(), limit.span().end());
  }

  private static ModelMessage message(Line line) {
    return switch (line.speaker()) {
      case USER -> new ModelMessage.FromUser(line.text());
      case ASSISTANT -> new ModelMessage.SaidByModel(line.text());
    };
  }
}
