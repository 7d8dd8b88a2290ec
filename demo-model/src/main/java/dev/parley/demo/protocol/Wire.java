package dev.parley.demo.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// JSON in, JSON out.
final class Wire {
  /// Gemini's documentation of image understanding: a request of at most 20 MB; some room on top.
  private static final int MOST_BYTES = 24 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  static JsonNode read(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw RefusedException.because("Request payload size exceeds the limit.");
    }
    JsonNode body = parsed(bytes);
    if (!body.isObject()) {
      throw RefusedException.because("Invalid JSON payload received.");
    }
    return body;
  }

  private static JsonNode parsed(byte[] bytes) throws IOException {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw RefusedException.because("Invalid JSON payload received.");
    }
  }

  static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    send(exchange, status, "application/json; charset=UTF-8", body.toString());
  }

  static void send(HttpExchange exchange, ProtocolError error) throws IOException {
    error.headers().forEach(exchange.getResponseHeaders()::set);
    send(exchange, error.code(), error.json());
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
