package dev.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Server-sent events to one client; a write fails once the client is gone.
final class EventStream {
  private final Context request;
  private boolean open;

  private EventStream(Context request) {
    this.request = request;
  }

  /// A stream that begins with its first event.
  static EventStream to(Context request) {
    return new EventStream(request);
  }

  void data(Object value) {
    write("data: " + Json.text(value) + "\n\n");
  }

  void event(String name, Object value) {
    write("event: " + name + "\ndata: " + Json.text(value) + "\n\n");
  }

  void event(String name, String id, Object value) {
    write("id: " + id + "\nevent: " + name + "\ndata: " + Json.text(value) + "\n\n");
  }

  void retryAfterMillis(int millis) {
    write("retry: " + millis + "\n\n");
  }

  void heartbeat() {
    write(": still here\n\n");
  }

  private void write(String text) {
    try {
      if (!open) {
        begin();
      }
      OutputStream out = request.res().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    open = true;
    request.status(200).contentType("text/event-stream; charset=utf-8");
    // tells proxies to pass each event on at once
    request.header("X-Accel-Buffering", "no");
  }
}
