package dev.parley.slack.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// Where an answer goes, and whom it answers.
///
/// @param thread the `ts` of the message that it hangs from; empty: into the channel itself
/// @param ts of the message that is answered
/// @param team the asker's
public record ReplyAddress(
    String channel, Optional<String> thread, String ts, String user, String team) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The address that a text is.
  ///
  /// @throws IllegalArgumentException where the text is no address
  public static ReplyAddress of(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return new ReplyAddress(
          node.path("c").asText(),
          Optional.of(node.path("t").asText("")).filter(thread -> !thread.isEmpty()),
          node.path("m").asText(),
          node.path("u").asText(),
          node.path("w").asText());
    } catch (JsonProcessingException notAnAddress) {
      throw new IllegalArgumentException("not an address in Slack", notAnAddress);
    }
  }

  /// As the core keeps it.
  public String text() {
    return JSON.createObjectNode()
        .put("c", channel)
        .put("t", thread.orElse(""))
        .put("m", ts)
        .put("u", user)
        .put("w", team)
        .toString();
  }
}
