package dev.parley.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// What became of a call to a tool of a server.
public sealed interface CallOutcome {
  /// The server answered, be it that the tool failed.
  ///
  /// @param result as the protocol has it ("Tools", "Tool Result")
  record Answered(JsonNode result) implements CallOutcome {}

  /// The server refused the call itself.
  ///
  /// @param message in the server's words
  record Refused(String message) implements CallOutcome {}

  /// The call did not reach the tool, for sure.
  ///
  /// @param reason as the end of a sentence that begins with the server
  /// @param sessionLost whether it can be made in a new session
  record NotMade(String reason, boolean sessionLost) implements CallOutcome {}

  /// Nobody knows what the tool did.
  ///
  /// @param reason why there is no answer, as the end of a sentence that begins with the server
  record Unanswered(String reason) implements CallOutcome {}
}
