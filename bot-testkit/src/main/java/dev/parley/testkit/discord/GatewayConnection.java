package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// A web socket of a bot, compressed as a whole if it asks for that (discord.com/developers,
/// "Transport Compression").
final class GatewayConnection {
  private final WsContext socket;
  private final @Nullable Deflater deflater;
  private @Nullable GatewaySession session;

  GatewayConnection(WsContext socket, boolean compressed) {
    this.socket = socket;
    this.deflater = compressed ? new Deflater() : null;
  }

  String id() {
    return socket.sessionId();
  }

  Optional<GatewaySession> session() {
    return Optional.ofNullable(session);
  }

  void serves(GatewaySession identified) {
    session = identified;
  }

  /// Ends what it served, so that the bot may identify anew.
  void forget() {
    session = null;
  }

  void send(int operation, @Nullable JsonNode data) {
    ObjectNode frame = Json.object().put("op", operation);
    frame.putNull("s").putNull("t").set("d", data);
    send(frame);
  }

  void send(ObjectNode frame) {
    if (!socket.session.isOpen()) {
      return;
    }
    if (deflater == null) {
      socket.send(frame.toString());
    } else {
      socket.send(ByteBuffer.wrap(compress(deflater, frame.toString())));
    }
  }

  private static byte[] compress(Deflater deflater, String text) {
    deflater.setInput(text.getBytes(UTF_8));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int length = buffer.length;
    while (length == buffer.length) {
      length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      compressed.write(buffer, 0, length);
    }
    return compressed.toByteArray();
  }

  void close(int code, String reason) {
    socket.closeSession(code, reason);
  }

  /// Breaks the connection without a word.
  void drop() {
    socket.session.disconnect();
  }

  void gone() {
    if (deflater != null) {
      deflater.end();
    }
  }
}
