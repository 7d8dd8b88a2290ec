package dev.parley.testkit.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Calls the fake as a bot's HTTP client does.
final class BotCalls implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeSlack slack;
  private final String token;

  BotCalls(FakeSlack slack, String token) {
    this.slack = slack;
    this.token = token;
  }

  JsonNode call(String method, String... pairs) throws IOException {
    return MAPPER.readTree(send(method, pairs).body());
  }

  String error(String method, String... pairs) throws IOException {
    return call(method, pairs).path("error").asText("ok");
  }

  HttpResponse<String> send(String method, String... pairs) throws IOException {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put(pairs[i], pairs[i + 1]);
    }
    String form =
        arguments.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return post(slack.apiUrl() + method, "application/x-www-form-urlencoded", form);
  }

  JsonNode json(String method, String body) throws IOException {
    String type = "application/json; charset=utf-8";
    return MAPPER.readTree(post(slack.apiUrl() + method, type, body).body());
  }

  HttpResponse<String> post(String url, String type, String body) throws IOException {
    return exchange(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String url) throws IOException {
    return exchange(HttpRequest.newBuilder(URI.create(url)));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
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
