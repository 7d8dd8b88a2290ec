package dev.parley.turn;

import dev.parley.message.Wish;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.turn.TurnOutcome.Missing;

/// What the ending of a model's answer means for its turn.
final class Outcomes {
  private Outcomes() {}

  static TurnOutcome of(ModelAnswer answer, Wish wish) {
    return switch (wish) {
      case ANSWER, RUN_TOOL -> of(answer);
      case PICTURE -> answer.files().isEmpty() ? withoutPicture(answer) : withPicture(answer);
    };
  }

  private static TurnOutcome of(ModelAnswer answer) {
    return of(answer, answer.cited());
  }

  /// @param text of the answer as people are shown it
  static TurnOutcome of(ModelAnswer answer, String text) {
    if (answer.failure().isPresent()) {
      return of(answer.failure().get(), text);
    }
    if (answer.reason().isEmpty()) {
      return new TurnOutcome.Stopped(text);
    }
    return switch (answer.reason().get()) {
      case COMPLETE -> answer.isBlank() ? new TurnOutcome.Empty() : new TurnOutcome.Answered(text);
      case LENGTH -> new TurnOutcome.Truncated(text);
      case CUT -> new TurnOutcome.CutOff(text);
      case QUESTION_BLOCKED -> new TurnOutcome.Withheld(true, text);
      case ANSWER_BLOCKED -> new TurnOutcome.Withheld(false, text);
      case MALFORMED_TOOL_CALL -> new TurnOutcome.Unfinished(text);
    };
  }

  /// Whatever came after the picture, it is what was wanted.
  private static TurnOutcome withPicture(ModelAnswer answer) {
    return answer.reason().isPresent() ? new TurnOutcome.Answered(answer.cited()) : of(answer);
  }

  private static TurnOutcome withoutPicture(ModelAnswer answer) {
    return answer
        .reason()
        .map(reason -> (TurnOutcome) new TurnOutcome.NoPicture(missing(reason), answer.cited()))
        .orElseGet(() -> of(answer));
  }

  private static Missing missing(FinishReason reason) {
    return switch (reason) {
      case COMPLETE, MALFORMED_TOOL_CALL -> Missing.NOT_MADE;
      case LENGTH -> Missing.NO_ROOM;
      case CUT -> Missing.LOST;
      case QUESTION_BLOCKED -> Missing.WISH_BLOCKED;
      case ANSWER_BLOCKED -> Missing.PICTURE_BLOCKED;
    };
  }

  private static TurnOutcome of(ModelException failure, String text) {
    return switch (failure) {
      case ModelOverloadedException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.BUSY);
      case ModelUnreachableException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.UNREACHABLE);
      case ModelRejectedException _ ->
          new TurnOutcome.Failed(TurnOutcome.Failure.REFUSED_BY_PROVIDER);
      case ModelCancelledException _ -> new TurnOutcome.Failed(TurnOutcome.Failure.INTERNAL);
      case ModelUnaffordableException refused -> TurnOutcome.unaffordable(text, refused.refusal());
    };
  }
}
