package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The address that Slack gives with a command or a pressed button, for what comes later.
final class ResponseUrl {
  /// How often an address may be used (docs.slack.dev, "Handling user interaction").
  static final int MOST_USES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(ResponseUrl.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FIRST_ERROR = 300;

  private final HttpClient http;

  ResponseUrl(HttpClient http) {
    this.http = http;
  }

  /// Sends responses, one after the other; nobody waits for them, so what goes wrong is only
  /// logged.
  void send(String url, List<JsonNode> responses) {
    responses.forEach(response -> send(url, response));
  }

  private void send(String url, JsonNode response) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(response.toString()))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= FIRST_ERROR) {
        LOG.warn("a late reply to a command was answered with HTTP {}", status);
      }
    } catch (IOException | IllegalArgumentException broken) {
      LOG.warn("a late reply to a command was not delivered: {}", broken.toString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
