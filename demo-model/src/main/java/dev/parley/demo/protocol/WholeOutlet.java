package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// One response at the end: the last chunk, with the parts of all.
final class WholeOutlet implements Outlet {
  private final HttpExchange exchange;
  private final ArrayNode parts = JsonNodeFactory.instance.arrayNode();
  private JsonNode last = JsonNodeFactory.instance.objectNode();
  private boolean failed;

  WholeOutlet(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void chunk(JsonNode chunk) {
    chunk.at("/candidates/0/content/parts").forEach(this::add);
    last = chunk;
  }

  private void add(JsonNode part) {
    JsonNode before = parts.path(parts.size() - 1);
    if (isPlainText(part) && isPlainText(before)) {
      ((ObjectNode) before).put("text", before.path("text").asText() + part.path("text").asText());
    } else {
      parts.add(part.deepCopy());
    }
  }

  private static boolean isPlainText(JsonNode part) {
    return part.has("text") && part.size() == 1;
  }

  @Override
  public void error(ProtocolError error) throws IOException {
    failed = true;
    Wire.send(exchange, error);
  }

  @Override
  public void end() throws IOException {
    if (!failed) {
      if (last.at("/candidates/0/content") instanceof ObjectNode content) {
        content.set("parts", parts);
      }
      Wire.send(exchange, 200, last);
    }
  }
}
