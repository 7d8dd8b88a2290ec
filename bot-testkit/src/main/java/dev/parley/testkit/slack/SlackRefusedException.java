package dev.parley.testkit.slack;

import java.io.Serial;
import java.util.List;

/// The fake refuses a call by one of Slack's error words.
final class SlackRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String error;
  private final List<String> reasons;

  /// @param reasons what `response_metadata.messages` explains
  SlackRefusedException(String error, String... reasons) {
    super(error + " " + List.of(reasons), null, false, false);
    this.error = error;
    this.reasons = List.of(reasons);
  }

  String error() {
    return error;
  }

  List<String> reasons() {
    return reasons;
  }
}
