package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Map;

/// A call that a bot made, and how it was answered.
///
/// @param token what it authenticated with, empty if nothing
/// @param outcome `ok`, Slack's error word, or what was done to the call instead of an answer
public record RecordedCall(
    String method, String token, Map<String, JsonNode> arguments, String outcome, Instant at) {
  public RecordedCall {
    arguments = Map.copyOf(arguments);
  }

  /// The argument as text, empty where it is missing.
  public String argument(String name) {
    JsonNode value = arguments.getOrDefault(name, MissingNode.getInstance());
    return value.isContainerNode() ? value.toString() : value.asText("");
  }

  /// Whether Slack did what the call asked for.
  public boolean ok() {
    return outcome.equals("ok");
  }
}
