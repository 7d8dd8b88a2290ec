package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A stream of server-sent events, read as a browser reads it.
final class Events implements AutoCloseable {
  record Event(String id, String name, JsonNode data) {}

  final HttpResponse<InputStream> response;
  final List<String> comments = new ArrayList<>();
  private final BufferedReader reader;
  private String lastId = "";

  private Events(HttpResponse<InputStream> response) {
    this.response = response;
    this.reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  static Events open(HttpClient http, URI uri, String after) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (!after.isEmpty()) {
      request.header("Last-Event-ID", after);
    }
    return send(http, request.build());
  }

  static Events send(HttpClient http, HttpRequest request) {
    try {
      return new Events(http.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The position after the last event that came.
  String lastId() {
    return lastId;
  }

  /// Reads on until an event fits; fails where the stream ends before.
  Event until(Predicate<Event> fits) {
    while (true) {
      Event event = next();
      if (fits.test(event)) {
        return event;
      }
    }
  }

  Event next() {
    String name = "message";
    String data = "";
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.isEmpty() && !data.isEmpty()) {
          return new Event(lastId, name, Json.read(data.getBytes(StandardCharsets.UTF_8)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the stream ended");
  }

  /// Reads all that is left.
  List<Event> rest() {
    List<Event> events = new ArrayList<>();
    try {
      while (true) {
        events.add(next());
      }
    } catch (IllegalStateException | UncheckedIOException ended) {
      return events;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
