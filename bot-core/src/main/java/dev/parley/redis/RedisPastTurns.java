package dev.parley.redis;

import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.TurnRef;
import java.time.Duration;

/// Turns that were answered, in Redis: a hash for each, which its running turn becomes at its end.
final class RedisPastTurns implements PastTurns {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisPastTurns(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public RegenerateOutcome regenerate(TurnRef turn, Requester by) {
    return switch (changed(Script.REGENERATE, turn, by).text()) {
      case "started" -> RegenerateOutcome.STARTED;
      case "not-yours" -> RegenerateOutcome.NOT_YOURS;
      case "busy" -> RegenerateOutcome.BUSY;
      case "not-latest" -> RegenerateOutcome.NOT_LATEST;
      default -> RegenerateOutcome.GONE;
    };
  }

  @Override
  public boolean rate(TurnRef turn, UserId by, Feedback feedback) {
    return run(Script.RATE, turn, turn.id().value(), by.value(), feedback.name())
        .text()
        .equals("kept");
  }

  @Override
  public DiscardOutcome discard(TurnRef turn, Requester by) {
    Answer answer = changed(Script.DISCARD, turn, by);
    return switch (answer.word()) {
      case "discarded" ->
          new DiscardOutcome.Discarded(
              answer.list().stream().skip(1).map(Answer::text).findFirst());
      case "not-yours" -> new DiscardOutcome.NotYours();
      default -> new DiscardOutcome.Gone();
    };
  }

  private Answer changed(Script script, TurnRef turn, Requester by) {
    return run(
        script,
        turn,
        turn.conversation().key(),
        turn.id().value(),
        by.user().value(),
        by.manages() ? "1" : "0",
        keys.inboxTopic());
  }

  private Answer run(Script script, TurnRef turn, String... arguments) {
    return scripts.run(script, patience, keys.tenant(turn.conversation().tenant()), arguments);
  }
}
