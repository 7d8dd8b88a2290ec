package dev.parley.launcher.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A service outside of the bots that counts how often it was asked for each thing, and takes its
/// time.
final class CallCounter implements AutoCloseable {
  private static final int SLOWEST_MILLIS = 900;
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  private CallCounter(HttpServer server) {
    this.server = server;
  }

  static CallCounter start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      CallCounter service = new CallCounter(server);
      server.createContext("/", service::count);
      server.setExecutor(service.threads);
      server.start();
      return service;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  int count(String thing) {
    return counts.getOrDefault(thing, new AtomicInteger()).get();
  }

  /// Counts before it answers: who is killed in between never hears of it.
  private void count(HttpExchange exchange) throws IOException {
    pause();
    String thing = exchange.getRequestURI().getPath().substring(1);
    counts.computeIfAbsent(thing, _ -> new AtomicInteger()).incrementAndGet();
    pause();
    byte[] answer = "{\"counted\":true}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void pause() {
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(SLOWEST_MILLIS / 2)));
  }

  /// The file that declares a tool which asks this service.
  ///
  /// @param method `POST` for one that changes something, `GET` for one that looks
  String tool(String name, String method, String effect) {
    return """
        name: %s
        description: Counts a thing.
        effect: %s
        private-hosts: ["127.0.0.1:%d"]
        parameters:
          type: object
          properties:
            thing: {type: string, description: What to count}
          required: [thing]
        steps:
          - name: counted
            method: %s
            url: http://127.0.0.1:%d/{thing}
        """
        .formatted(name, effect, port(), method, port());
  }

  @Override
  public void close() {
    server.stop((int) Duration.ZERO.toSeconds());
    threads.close();
  }
}
