package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A bot's Socket Mode connection, which acknowledges if it is told to.
final class SocketBot implements WebSocket.Listener, AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private volatile boolean acknowledging;

  SocketBot(String url, boolean acknowledging) {
    this.acknowledging = acknowledging;
    this.socket = client.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
  }

  void acknowledge() {
    acknowledging = true;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      JsonNode frame = Json.parse(partial.toString());
      partial.setLength(0);
      frames.add(frame);
      if (acknowledging && frame.has("envelope_id")) {
        from.sendText("{\"envelope_id\":" + frame.path("envelope_id") + "}", true);
      }
    }
    from.request(1);
    return null;
  }

  List<JsonNode> of(String type) {
    return frames.stream().filter(it -> it.path("type").asText().equals(type)).toList();
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
