package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A server of the protocol, and a plain HTTP client that asks it.
final class ProtocolClient implements AutoCloseable {
  static final String HI = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}";
  static final String FLASH = "/v1beta/models/gemini-3.8-flash";

  private final GeminiProtocolServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private ProtocolClient(GeminiProtocolServer server) {
    this.server = server;
  }

  static ProtocolClient of(Responder responder) {
    return new ProtocolClient(GeminiProtocolServer.start(responder));
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  HttpResponse<String> getWithoutKey(String path) throws Exception {
    return send(HttpRequest.newBuilder(server.uri().resolve(path)));
  }

  static String statusOf(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body()).at("/error/status").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("x-goog-api-key", "any")
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
    http.shutdownNow();
  }
}
