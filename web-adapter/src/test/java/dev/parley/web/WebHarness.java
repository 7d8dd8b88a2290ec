package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.attachment.InMemoryUploads;
import dev.parley.testkit.platform.RecordingHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The web adapter on a free port, with all around it in the test's hands.
final class WebHarness implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  static final WebSettings SETTINGS =
      WebSettings.DEFAULTS
          .withPort(0)
          .withPace(
              new WebSettings.Pace(
                  Duration.ofMillis(5), Duration.ofMillis(200), Duration.ofMillis(300)));

  final FlakyRoomLog log = new FlakyRoomLog();
  final ScriptedChat chat = new ScriptedChat();
  final Uploads uploads;
  final RecordingHandler handler;
  final WebAdapter adapter;
  final HttpClient http = HttpClient.newHttpClient();
  final WebServer server;
  volatile List<String> problems = List.of();

  WebHarness() {
    this(SETTINGS, new RecordingHandler());
  }

  WebHarness(WebSettings settings, RecordingHandler handler) {
    this.handler = handler;
    this.uploads = new InMemoryUploads(UploadSettings.of(settings.files()));
    this.adapter = new WebAdapter(settings, log, uploads, chat, CLOCK);
    this.server = new WebServer(settings, () -> problems, List.of(adapter));
    server.start();
  }

  /// A harness whose adapter is started.
  static WebHarness started() {
    return started(SETTINGS, new RecordingHandler());
  }

  static WebHarness started(WebSettings settings, RecordingHandler handler) {
    WebHarness harness = new WebHarness(settings, handler);
    harness.adapter.start(harness.handler);
    return harness;
  }

  /// What came back: status, headers, and the body as JSON where it is.
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      try {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + response.body(), e);
      }
    }

    String error() {
      return json().path("error").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  Answer post(String path, Object body) {
    return postText(path, body instanceof String text ? text : Json.text(body));
  }

  Answer postText(String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          http.send(
              request.timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  HttpResponse<byte[]> bytes(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  URI uri(String path) {
    return server.url().resolve(path);
  }

  Answer say(String room, String text) {
    return post("/api/rooms/" + room + "/messages", message(UUID.randomUUID().toString(), text));
  }

  static Map<String, Object> message(String id, String text) {
    return Map.of("id", id, "author", Map.of("id", "ann-1", "name", "Ann"), "text", text);
  }

  /// The way to answer the last message that was accepted.
  ReplyTarget target() {
    var message = handler.accepted().getLast();
    return new ReplyTarget(
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id()),
        message,
        Optional.empty(),
        false,
        reference -> {},
        handler.files(RoomName.TENANT));
  }

  Events events(String room, String after) {
    return Events.open(http, uri("/api/rooms/" + room + "/events"), after);
  }

  @Override
  public void close() {
    adapter.close();
    server.close();
    http.shutdownNow();
  }
}
