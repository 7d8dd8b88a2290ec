package dev.parley.slack.api;

import com.fasterxml.jackson.databind.JsonNode;

/// Slack's Web API, as one token may use it.
@FunctionalInterface
public interface SlackApi {
  /// Makes a call; blocks until it is answered.
  ///
  /// @return Slack's answer, whose `ok` is true
  /// @throws SlackCallException where it is not
  JsonNode call(ApiCall call);
}
