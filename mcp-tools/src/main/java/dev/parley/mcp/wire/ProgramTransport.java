package dev.parley.mcp.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpTransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Speaks with a server by the standard input and output of its process, a message on a line. What
/// is no message is left out: many programs greet there.
///
/// The streams of a process block whoever waits for them and know no interrupt, so each has a
/// thread of its own.
final class ProgramTransport implements McpClientTransport {
  private static final Logger log = LoggerFactory.getLogger(ProgramTransport.class);
  private static final int MOST_ERROR_BYTES = 4_000;
  private static final int MOST_WAITING = 1_000;

  private final String name;
  private final ServerProcess process;
  private final McpJsonMapper json;
  private final int mostBytes;
  private final Consumer<String> onEnd;
  private final BlockingQueue<Optional<byte[]>> outgoing = new LinkedBlockingQueue<>(MOST_WAITING);

  /// @param name of the server, for the log
  /// @param mostBytes of one message
  /// @param onEnd is told why, as the end of a sentence that begins with the server
  ProgramTransport(
      String name,
      ServerProcess process,
      McpJsonMapper json,
      int mostBytes,
      Consumer<String> onEnd) {
    this.name = name;
    this.process = process;
    this.json = json;
    this.mostBytes = mostBytes;
    this.onEnd = onEnd;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return Mono.fromRunnable(
        () -> {
          thread("in", () -> listen(handler));
          thread("out", this::write);
          thread("errors", this::log);
        });
  }

  private void thread(String what, Runnable work) {
    Thread.ofPlatform().daemon().name("mcp-" + name + "-" + what).start(work);
  }

  private void listen(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    try {
      Lines lines = new Lines(process.output(), mostBytes);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().cut()) {
          onEnd.accept(Trouble.TOO_MUCH);
          return;
        }
        message(line.get().text()).ifPresent(some -> handler.apply(Mono.just(some)).subscribe());
      }
      onEnd.accept(process.ending());
    } catch (IOException broken) {
      log.debug("MCP server {}: its output broke", name, broken);
      onEnd.accept(Trouble.BROKEN_OFF);
    } catch (InterruptedException _) {
      onEnd.accept(Trouble.BROKEN_OFF);
    }
  }

  private Optional<JSONRPCMessage> message(String line) {
    try {
      return Optional.of(McpSchema.deserializeJsonRpcMessage(json, line));
    } catch (IOException | RuntimeException noMessage) { // the library trips over "null"
      log.debug("MCP server {} says besides: {}", name, start(line));
      return Optional.empty();
    }
  }

  private static String start(String line) {
    return line.length() > MOST_ERROR_BYTES ? line.substring(0, MOST_ERROR_BYTES) + "…" : line;
  }

  private void write() {
    try (OutputStream input = process.input()) {
      for (Optional<byte[]> next = outgoing.take(); next.isPresent(); next = outgoing.take()) {
        input.write(next.get());
        input.flush();
      }
    } catch (IOException broken) {
      log.debug("MCP server {}: its input broke", name, broken);
    } catch (InterruptedException _) {
      log.debug("MCP server {}: its input was interrupted", name);
    }
  }

  private void log() {
    try {
      Lines lines = new Lines(process.errors(), MOST_ERROR_BYTES);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        log.debug("MCP server {}: {}", name, line.get().text());
      }
    } catch (IOException broken) {
      log.debug("MCP server {}: its errors broke", name, broken);
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(
        () -> {
          try {
            if (!outgoing.offer(
                Optional.of((json.writeValueAsString(message) + "\n").getBytes(UTF_8)))) {
              throw new McpTransportException("the program does not read");
            }
          } catch (IOException impossible) {
            throw new McpTransportException(impossible);
          }
        });
  }

  /// Ends the program's input.
  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(
        () -> {
          outgoing.clear();
          outgoing.add(Optional.empty());
        });
  }

  @Override
  public <T> T unmarshalFrom(Object from, TypeRef<T> type) {
    return json.convertValue(from, type);
  }
}
