package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// A call that a bot made, and how it was answered.
///
/// @param call method and path: `POST /channels/12/messages`
/// @param content its JSON
/// @param files the names of the files that it carried
/// @param outcome `ok`, Discord's error code, or what was done to the call instead of an answer
public record RecordedCall(
    String call, JsonNode content, List<String> files, String outcome, Instant at) {
  public RecordedCall {
    files = List.copyOf(files);
  }

  /// Whether Discord did what the call asked for.
  public boolean ok() {
    return outcome.equals("ok");
  }
}
