package dev.parley.mcp.wire;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/// A transport that is listened in on: which number a call got, so that it can be called off, and
/// whether the server has lost the session.
final class WatchedTransport implements McpClientTransport {
  /// Under this name, the context of a call holds where its number goes.
  static final String NUMBER = "dev.parley.mcp.number";

  private final McpClientTransport inner;
  private final Runnable onSessionLost;

  WatchedTransport(McpClientTransport inner, Runnable onSessionLost) {
    this.inner = inner;
    this.onSessionLost = onSessionLost;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return inner.connect(handler);
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.deferContextual(
        context -> {
          if (message instanceof McpSchema.JSONRPCRequest request) {
            context
                .<AtomicReference<Object>>getOrEmpty(NUMBER)
                .ifPresent(number -> number.set(request.id()));
          }
          return watched(message);
        });
  }

  /// The end of the session is told after the call that found it out was: that one was not read,
  /// while nobody knows about others.
  private Mono<Void> watched(JSONRPCMessage message) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    return inner
        .sendMessage(message)
        .doOnError(failure::set)
        .doAfterTerminate(
            () -> {
              Throwable found = failure.get();
              if (found != null && Trouble.isSessionLost(found)) {
                onSessionLost.run();
              }
            });
  }

  @Override
  public void setExceptionHandler(Consumer<Throwable> handler) {
    inner.setExceptionHandler(handler);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return inner.closeGracefully();
  }

  @Override
  public <T> T unmarshalFrom(Object from, TypeRef<T> type) {
    return inner.unmarshalFrom(from, type);
  }

  @Override
  public List<String> protocolVersions() {
    return inner.protocolVersions();
  }
}
