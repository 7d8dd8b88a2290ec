package dev.parley.testkit.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.StringJoiner;

/// Something that Slack tells the bot, before a way is chosen.
record Envelope(Kind kind, ObjectNode payload) {
  /// What is told, and what Socket Mode calls it.
  enum Kind {
    EVENT("events_api"),
    COMMAND("slash_commands"),
    INTERACTION("interactive");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  String contentType() {
    return kind == Kind.EVENT ? "application/json" : "application/x-www-form-urlencoded";
  }

  /// The body of the request that tells it over HTTP.
  String body() {
    return switch (kind) {
      case EVENT -> payload.toString();
      case COMMAND -> form();
      case INTERACTION -> "payload=" + URLEncoder.encode(payload.toString(), UTF_8);
    };
  }

  private String form() {
    StringJoiner form = new StringJoiner("&");
    payload
        .properties()
        .forEach(
            field ->
                form.add(
                    field.getKey() + "=" + URLEncoder.encode(field.getValue().asText(), UTF_8)));
    return form.toString();
  }
}
