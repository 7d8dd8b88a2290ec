package dev.parley.inbox;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.identity.SessionScope;
import java.time.Duration;

/// How messages wait and turns are leased.
///
/// @param lease how long an owner may stay silent before others take its turn over
/// @param mostTakeOvers after how many lost owners a turn ends as failed
/// @param mostWaiting how many messages may wait in one conversation
/// @param mergeWaiting whether what one author sent during a turn is answered together
/// @param remembered how long a message's id is remembered, to recognise it when it comes again
/// @param defaultScope what shares one memory where nothing is set for a place
/// @param defaultAnswers which messages are answered where nothing is set for a place
public record InboxSettings(
    Duration lease,
    int mostTakeOvers,
    int mostWaiting,
    boolean mergeWaiting,
    Duration remembered,
    SessionScope defaultScope,
    AnswerPolicy defaultAnswers) {
  public static final InboxSettings DEFAULTS =
      new InboxSettings(
          Duration.ofSeconds(10),
          3,
          100,
          true,
          Duration.ofHours(24),
          SessionScope.THREAD,
          AnswerPolicy.THREAD);

  public InboxSettings {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("a lease needs a positive time");
    }
    if (mostTakeOvers < 1 || mostWaiting < 1) {
      throw new IllegalArgumentException("take-overs and waiting messages need room for one");
    }
  }
}
