package dev.parley.platform;

import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.TurnRef;
import java.util.Optional;

/// What people wish about an answer by its buttons, and what they are told of it, in the same words
/// on all platforms: nothing where what happens is seen anyway.
public final class AnswerWishes {
  private static final String TOO_OLD = "This answer is too old for that.";

  private final InboundHandler core;

  public AnswerWishes(InboundHandler core) {
    this.core = core;
  }

  /// Somebody wants a running answer to stop.
  public Optional<String> stop(TurnRef turn, Requester by) {
    return switch (core.onStop(turn, by)) {
      case STOPPING -> Optional.empty();
      case NOT_YOURS -> Optional.of("Only who asked, or an admin, can stop this.");
      case NOT_RUNNING -> Optional.of("There is nothing to stop any more.");
    };
  }

  /// Somebody wants another answer.
  public Optional<String> regenerate(TurnRef turn, Requester by) {
    return switch (core.onRegenerate(turn, by)) {
      case STARTED -> Optional.empty();
      case NOT_YOURS -> Optional.of("Only who asked, or an admin, can have this answered again.");
      case BUSY -> Optional.of("I am still answering here. Please press again when I am done.");
      case NOT_LATEST ->
          Optional.of("The conversation has gone on since. Please ask once more instead.");
      case GONE -> Optional.of(TOO_OLD);
    };
  }

  /// Somebody says what they think of an answer.
  public Optional<String> rate(TurnRef turn, UserId by, Feedback feedback) {
    return Optional.of(core.onFeedback(turn, by, feedback) ? "Thank you, that is noted." : TOO_OLD);
  }

  /// Why an answer must not be taken away; empty where it may. What nobody remembers may still be
  /// taken away by an admin.
  public static Optional<String> refusal(DiscardOutcome outcome, Requester by) {
    return switch (outcome) {
      case DiscardOutcome.Discarded _ -> Optional.empty();
      case DiscardOutcome.NotYours _ ->
          Optional.of("Only who asked, or an admin, can delete this.");
      case DiscardOutcome.Gone _ -> by.manages() ? Optional.empty() : Optional.of(TOO_OLD);
    };
  }
}
