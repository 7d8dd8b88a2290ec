package dev.parley.engine;

import dev.parley.model.ModelMessage;
import dev.parley.platform.StatelessChat;
import dev.parley.turn.StatelessRunner;
import java.util.List;
import java.util.function.Consumer;

/// Serves callers that keep the history themselves.
public final class DirectChat implements StatelessChat {
  private final StatelessRunner runner;

  public DirectChat(StatelessRunner runner) {
    this.runner = runner;
  }

  @Override
  public Answer answer(List<Line> lines, Consumer<String> onText) {
    StatelessRunner.Result result =
        runner.run(lines.stream().map(DirectChat::message).toList(), onText);
    return new Answer(OutcomeWording.reply(result.outcome()), result.usage());
  }

  private static ModelMessage message(Line line) {
    return switch (line.speaker()) {
      case USER -> new ModelMessage.FromUser(line.text());
      case ASSISTANT -> new ModelMessage.SaidByModel(line.text());
    };
  }
}
