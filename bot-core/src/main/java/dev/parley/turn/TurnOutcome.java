package dev.parley.turn;

import dev.parley.model.CallRefusal;
import dev.parley.quota.Refusal;

/// How a turn ended; each ending is worded for people. The text may be empty where the answer has
/// pictures.
public sealed interface TurnOutcome {
  /// The model said all it wanted to.
  record Answered(String text) implements TurnOutcome {}

  /// The answer reached its length limit.
  record Truncated(String text) implements TurnOutcome {}

  /// The model's provider broke off after some text.
  record CutOff(String text) implements TurnOutcome {}

  /// The asker pressed stop; the text may be empty.
  record Stopped(String text) implements TurnOutcome {}

  /// The model's provider withheld the answer; the text may be empty.
  record Withheld(boolean becauseOfQuestion, String text) implements TurnOutcome {}

  /// The model wanted to call tools in a way that cannot be answered, or went on to where it was
  /// to come to an end. The text may be empty.
  record Unfinished(String text) implements TurnOutcome {}

  /// The model had nothing to say.
  record Empty() implements TurnOutcome {}

  /// A picture was wanted, and none came. The text is what the model said instead; it may be
  /// empty.
  record NoPicture(Missing why, String text) implements TurnOutcome {}

  /// A call that was approved did not run.
  ///
  /// @param tool its name; empty where that is not known
  record NotRun(NotRunReason why, String tool) implements TurnOutcome {}

  /// Documents alone may answer, and do not: the model was not asked.
  ///
  /// @param searched whether they were searched; else they could not be
  record NotInDocuments(boolean searched) implements TurnOutcome {
    /// What people are told.
    public String sentence() {
      return searched
          ? "I do not know that from the documents here."
          : "The documents cannot be searched right now. Please ask again in a minute.";
    }
  }

  /// It was not begun, or not gone on with: it may not be paid for. The text may be empty.
  record Unaffordable(String text, Refusal why) implements TurnOutcome {}

  /// Something broke.
  record Failed(Failure why) implements TurnOutcome {}

  /// Why there is no picture.
  enum Missing {
    /// No model for pictures is set.
    OFF,
    /// The model made none.
    NOT_MADE,
    /// There was not room enough for one in what an answer may have.
    NO_ROOM,
    /// The provider refused the description.
    WISH_BLOCKED,
    /// The provider withheld the picture.
    PICTURE_BLOCKED,
    /// The connection to the provider was lost before it came.
    LOST
  }

  /// Why a call did not run.
  enum NotRunReason {
    /// It is not known any more.
    GONE,
    /// Somebody else was faster and declined it.
    DECLINED,
    /// Nobody approved it in time.
    EXPIRED
  }

  /// What broke, as far as people need to know.
  enum Failure {
    /// The model has no room now.
    BUSY,
    /// The model or the way to it does not answer.
    UNREACHABLE,
    /// The provider refuses the requests of this bot: its admin must look.
    REFUSED_BY_PROVIDER,
    /// Each instance that tried to answer died.
    GIVEN_UP,
    /// A defect of the bot.
    INTERNAL
  }

  static TurnOutcome unaffordable(String text, CallRefusal why) {
    if (why instanceof Refusal refusal) {
      return new Unaffordable(text, refusal);
    }
    throw new IllegalArgumentException("nobody words this refusal: " + why);
  }
}
