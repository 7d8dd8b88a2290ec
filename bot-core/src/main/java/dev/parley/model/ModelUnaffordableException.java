package dev.parley.model;

import java.io.Serial;

/// There is no room for the call in what may be spent: nobody was called.
public final class ModelUnaffordableException extends ModelException {
  @Serial private static final long serialVersionUID = 1;

  private final transient CallRefusal refusal;

  public ModelUnaffordableException(CallRefusal refusal) {
    super("the call may not be made: " + refusal, null);
    this.refusal = refusal;
  }

  public CallRefusal refusal() {
    return refusal;
  }
}
