package dev.parley.httptool;

import java.time.Duration;
import java.util.Set;

/// How far the requests of a tool may go.
///
/// @param timeLimit for all its steps together
/// @param mostBytes of an answer
/// @param mostCharacters of what the model is told
/// @param privateHosts as in [dev.parley.fetch.FetchRequest]
public record ToolLimits(
    Duration timeLimit, int mostBytes, int mostCharacters, Set<String> privateHosts) {
  public ToolLimits {
    privateHosts = Set.copyOf(privateHosts);
  }
}
