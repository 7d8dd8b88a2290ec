package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Server-sent events: one for each chunk, at once.
final class EventStreamOutlet implements Outlet {
  private final HttpExchange exchange;
  private boolean begun;

  EventStreamOutlet(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void chunk(JsonNode chunk) throws IOException {
    begin();
    String event = "data: " + chunk + "\r\n\r\n";
    exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void error(ProtocolError error) throws IOException {
    if (begun) {
      chunk(error.json());
      end();
    } else {
      Wire.send(exchange, error);
    }
  }

  @Override
  public void end() throws IOException {
    begin();
    exchange.getResponseBody().close();
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
    }
  }
}
