package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Calls the fake as a bot's HTTP client does.
final class BotCalls implements AutoCloseable {
  private static final String BOUNDARY = "parts-of-a-message";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FakeDiscord discord;
  private final String token;

  BotCalls(FakeDiscord discord) {
    this(discord, discord.bot().token());
  }

  BotCalls(FakeDiscord discord, String token) {
    this.discord = discord;
    this.token = token;
  }

  /// What comes back for a call.
  ///
  /// @param body the JSON, with single quotes for double ones
  JsonNode call(String method, String path, String body) throws IOException {
    String answer = send(method, path, body).body();
    return answer.isEmpty() ? Json.object() : Json.parse(answer);
  }

  JsonNode get(String path) throws IOException {
    return call("GET", path, "");
  }

  /// Posts a text in a channel.
  JsonNode say(DiscordChannel channel, String text) throws IOException {
    return call("POST", messages(channel), Json.object().put("content", text).toString());
  }

  static String messages(DiscordChannel channel) {
    return "channels/" + channel.id() + "/messages";
  }

  /// The status and the error code of a call, `200` and `0` where it is well.
  String outcome(String method, String path, String body) throws IOException {
    HttpResponse<String> answer = send(method, path, body);
    JsonNode json = answer.body().isEmpty() ? Json.object() : Json.parse(answer.body());
    return answer.statusCode() + " " + json.path("code").asInt();
  }

  HttpResponse<String> send(String method, String path, String body) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path));
    request.header("Content-Type", "application/json");
    request.method(method, BodyPublishers.ofString(body.replace('\'', '"')));
    return exchange(request);
  }

  /// Sends files as parts, with their JSON.
  JsonNode upload(String method, String path, String body, List<SharedFile> files)
      throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    part(parts, "payload_json\"", "application/json", body.replace('\'', '"').getBytes(UTF_8));
    for (int i = 0; i < files.size(); i++) {
      SharedFile file = files.get(i);
      String name = "files[" + i + "]\"; filename=\"" + file.name() + "\"";
      part(parts, name, file.mimeType(), file.content());
    }
    parts.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path));
    request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    request.method(method, BodyPublishers.ofByteArray(parts.toByteArray()));
    return Json.parse(exchange(request).body());
  }

  private static void part(ByteArrayOutputStream to, String name, String type, byte[] content)
      throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, name, type);
    to.write(head.getBytes(UTF_8));
    to.write(content);
    to.write("\r\n".getBytes(UTF_8));
  }

  HttpResponse<String> fetch(String url) throws IOException {
    return exchange(HttpRequest.newBuilder(URI.create(url)));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bot " + token);
    }
    try {
      return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
