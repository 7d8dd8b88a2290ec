package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A bot's plain connection to the gateway.
final class GatewayBot implements WebSocket.Listener, AutoCloseable {
  static final int ALL = (1 << 9) | (1 << 12) | 1;
  static final int CONTENT = 1 << 15;

  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeDiscord discord;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final Inflater inflater = new Inflater();
  private final WebSocket socket;
  private volatile int closeCode;

  GatewayBot(FakeDiscord discord) {
    this(discord, "?v=10&encoding=json");
  }

  GatewayBot(FakeDiscord discord, String query) {
    this.discord = discord;
    this.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(discord.gatewayUrl() + query), this)
            .join();
  }

  GatewayBot identify(int intents) {
    return identify(intents, 0, 1);
  }

  GatewayBot identify(int intents, int shard, int shards) {
    ObjectNode data = Json.object().put("token", discord.bot().token()).put("intents", intents);
    data.putArray("shard").add(shard).add(shards);
    data.putObject("properties");
    send(2, data);
    return this;
  }

  /// Identifies and waits for the answer.
  GatewayBot ready(int intents) {
    identify(intents);
    await().until(() -> !of("READY").isEmpty());
    return this;
  }

  void resume(String session, int sequence) {
    ObjectNode data = Json.object().put("token", discord.bot().token());
    send(6, data.put("session_id", session).put("seq", sequence));
  }

  void send(int operation, JsonNode data) {
    ObjectNode frame = Json.object().put("op", operation);
    frame.set("d", data);
    send(frame.toString());
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  String session() {
    return of("READY").getFirst().path("session_id").asText();
  }

  int sequence() {
    return frames.stream().mapToInt(it -> it.path("s").asInt()).max().orElse(0);
  }

  /// The data of all events of a type.
  List<JsonNode> of(String type) {
    return frames.stream()
        .filter(it -> it.path("t").asText().equals(type))
        .map(it -> it.path("d"))
        .toList();
  }

  List<JsonNode> operations(int operation) {
    return frames.stream().filter(it -> it.path("op").asInt() == operation).toList();
  }

  int closeCode() {
    return closeCode;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      frames.add(Json.parse(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    compressed.writeBytes(bytes);
    if (last) {
      frames.add(Json.parse(inflated()));
      compressed.reset();
    }
    from.request(1);
    return null;
  }

  private String inflated() {
    inflater.setInput(compressed.toByteArray());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    try {
      for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
        text.write(buffer, 0, n);
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    }
    return text.toString(UTF_8);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closeCode = status;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeCode = -1;
  }

  void goodbye() {
    socket.sendClose(1000, "").join();
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
    inflater.end();
  }
}
