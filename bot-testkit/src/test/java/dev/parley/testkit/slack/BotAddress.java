package dev.parley.testkit.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where a bot takes its events, which notes them and answers as it is told.
final class BotAddress implements AutoCloseable {
  record Taken(String body, String signature, String timestamp, String retry, String reason) {}

  interface Script {
    void answer(int request, HttpExchange exchange) throws IOException;
  }

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  BotAddress(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          taken.add(
              new Taken(
                  body,
                  header(exchange, "X-Slack-Signature"),
                  header(exchange, "X-Slack-Request-Timestamp"),
                  header(exchange, "X-Slack-Retry-Num"),
                  header(exchange, "X-Slack-Retry-Reason")));
          script.answer(taken.size(), exchange);
          exchange.close();
        });
    server.start();
  }

  static BotAddress acknowledging() throws IOException {
    return new BotAddress((request, exchange) -> exchange.sendResponseHeaders(200, -1));
  }

  static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  List<Taken> taken() {
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
