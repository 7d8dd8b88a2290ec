package dev.parley.testkit.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/// A fake MCP server of the Streamable HTTP transport, on a free port of the loopback address. It
/// lets in whoever has its key.
public final class FakeMcpSite implements AutoCloseable {
  public static final String KEY = "Bearer the-key-of-the-site";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<ObjectNode> unasked = new LinkedBlockingQueue<>();
  private final FakeMcp server;
  private final Set<String> flags;
  private final AtomicReference<String> session = new AtomicReference<>("");
  private final List<String> left = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FakeMcpSite(HttpServer http, Set<String> flags) {
    this.http = http;
    this.flags = flags;
    this.server = new FakeMcp(flags, unasked::add);
  }

  /// Starts one.
  ///
  /// @param flags how it misbehaves: those of [FakeMcp], and `events` (it answers by events)
  public static FakeMcpSite start(String... flags) {
    return start(0, flags);
  }

  /// Starts one again.
  ///
  /// @param port where it was before
  public static FakeMcpSite start(int port, String... flags) {
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      FakeMcpSite site = new FakeMcpSite(HttpServer.create(place, 0), Set.of(flags));
      site.http.setExecutor(site.threads);
      site.http.createContext("/mcp", site::handle);
      site.http.start();
      return site;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/mcp?of=the-test");
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /// Forgets the session, as a server does that was started anew.
  public void forget() {
    session.set("");
  }

  /// The sessions that clients have ended.
  public List<String> left() {
    return left;
  }

  /// What clients have called off.
  public List<String> cancelled() {
    return server.cancelled();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))
          || !"of=the-test".equals(exchange.getRequestURI().getQuery())) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "POST" -> post(exchange, FakeMcp.JSON.readTree(exchange.getRequestBody()));
        case "GET" -> listen(exchange);
        case "DELETE" -> {
          left.add(Optional.ofNullable(session(exchange)).orElse(""));
          exchange.sendResponseHeaders(200, -1);
        }
        default -> exchange.sendResponseHeaders(405, -1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String session(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
    return given == null ? "" : given;
  }

  private void post(HttpExchange exchange, JsonNode message)
      throws IOException, InterruptedException {
    if (message.path("method").asText().equals("initialize")) {
      session.set(UUID.randomUUID().toString());
      exchange.getResponseHeaders().set("Mcp-Session-Id", session.get());
    } else if (session.get().isEmpty() || !session.get().equals(session(exchange))) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    List<ObjectNode> answers = server.answers(message);
    if (!answers.isEmpty()) {
      answer(exchange, answers.getFirst());
    } else if (message.has("id") && message.has("method")) {
      closed.await();
    } else {
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private void answer(HttpExchange exchange, ObjectNode answer) throws IOException {
    boolean events = flags.contains("events");
    String body = events ? "event: message\ndata: " + answer + "\n\n" : answer.toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", events ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void listen(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.flush();
      while (true) {
        body.write(("data: " + unasked.take() + "\n\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
    http.stop(0);
  }
}
