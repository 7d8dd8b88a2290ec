package dev.parley.gemini;

import dev.parley.model.ModelException;
import java.io.Serial;

/// A call that failed before anything visible came, and what may help.
final class FailedCallException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /// What may help against a failure.
  enum Remedy {
    /// The same call again, a little later; or another model.
    RETRY,
    /// Another model.
    OTHER_MODEL,
    /// Nothing.
    NONE
  }

  private final Remedy remedy;
  private final ModelException failure;
  private final boolean modelInTrouble;

  /// @param modelInTrouble whether the failure speaks against the model, and not against the
  ///     request or its quota
  FailedCallException(Remedy remedy, ModelException failure, boolean modelInTrouble) {
    super(failure.getMessage(), failure);
    this.remedy = remedy;
    this.failure = failure;
    this.modelInTrouble = modelInTrouble;
  }

  Remedy remedy() {
    return remedy;
  }

  ModelException failure() {
    return failure;
  }

  boolean modelInTrouble() {
    return modelInTrouble;
  }
}
