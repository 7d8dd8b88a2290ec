package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words what the tools found that come with the bot.
final class KnownTellings {
  private static final int MOST_MESSAGES = 12;
  private static final int LONGEST = 300;

  private KnownTellings() {}

  /// @param name of the tool
  static Optional<String> of(String name, JsonNode output) {
    return switch (name) {
      case KnownTools.CALCULATE ->
          Optional.of(
              "`%s` is **%s**."
                  .formatted(output.path("expression").asText(), output.path("result").asText()));
      case KnownTools.CHART -> Optional.of("Here is the chart.");
      case KnownTools.RECENT -> Optional.of(lately(output));
      default -> Optional.empty();
    };
  }

  private static String lately(JsonNode output) {
    List<JsonNode> messages =
        output
            .path("messages")
            .valueStream()
            .filter(message -> !message.path("author").asText().equals("you"))
            .toList();
    if (messages.isEmpty()) {
      return "Nothing else was said here lately.";
    }
    String said =
        messages.subList(Math.max(0, messages.size() - MOST_MESSAGES), messages.size()).stream()
            .map(KnownTellings::line)
            .collect(Collectors.joining("\n\n"));
    boolean whole = output.path("complete").asBoolean() && messages.size() <= MOST_MESSAGES;
    return "This was said in %s lately:\n\n%s%s"
        .formatted(
            output.path("read").asText("this place"),
            said,
            whole ? "" : "\n\nThat is not all of it.");
  }

  private static String line(JsonNode message) {
    return Words.quotation(
        message.path("author").asText()
            + ": "
            + Words.shortened(message.path("text").asText(), LONGEST));
  }
}
