package dev.parley.web;

import java.io.Serial;
import java.util.Map;

/// A request that is answered with an error, and the sentence that its sender reads.
public final class RequestProblem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;

  public RequestProblem(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  public static RequestProblem bad(String sentence) {
    return new RequestProblem(400, sentence);
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /// What the sender gets as JSON.
  static Map<String, String> body(String sentence) {
    return Map.of("error", sentence);
  }
}
