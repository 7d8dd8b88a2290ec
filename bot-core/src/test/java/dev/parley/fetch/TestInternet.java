package dev.parley.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/// An internet in which every connection that is made leads to one server of this machine, which
/// notes what reaches it, and in which names have the addresses that a test gives them.
final class TestInternet implements AutoCloseable {
  static final String PUBLIC = "93.184.215.14";
  static final Duration LONG = Duration.ofSeconds(20);
  static final int ROOM = 1 << 20;

  /// A request that reached the server.
  record Reached(String method, String url, Map<String, List<String>> headers, String body) {}

  final List<Reached> reached = Collections.synchronizedList(new ArrayList<>());
  final List<SocketAddress> connections = Collections.synchronizedList(new ArrayList<>());
  final List<String> resolved = Collections.synchronizedList(new ArrayList<>());

  private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
  private final Map<String, HttpHandler> pages = new HashMap<>();
  private final HttpServer server;
  private final SocketAddress all;

  TestInternet() {
    this(plain());
  }

  /// @param server whose handlers are not set yet, and that is not started
  TestInternet(HttpServer server) {
    this.server = server;
    this.all = server.getAddress();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String url =
        exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    reached.add(
        new Reached(
            exchange.getRequestMethod(), url, Map.copyOf(exchange.getRequestHeaders()), body));
    HttpHandler page = pages.get(url);
    try (exchange) {
      if (page == null) {
        say(exchange, 200, "here");
      } else {
        page.handle(exchange);
      }
    }
  }

  static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// What a URL without its scheme answers; all others say `here`.
  TestInternet page(String url, HttpHandler page) {
    pages.put(url, page);
    return this;
  }

  TestInternet redirect(String from, int status, String to) {
    return page(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          say(exchange, status, "");
        });
  }

  /// Gives a name addresses. The last that were given stay; those before are told once each.
  TestInternet name(String name, String... addresses) {
    names
        .computeIfAbsent(name, _ -> new ConcurrentLinkedDeque<>())
        .add(Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
    return this;
  }

  /// What has no address of a test is read as C programs read it, and else is public: nothing but
  /// a look at the name itself keeps it from being asked.
  private List<InetAddress> resolve(String name, Duration timeLimit) throws UnknownHostException {
    resolved.add(name);
    Deque<List<InetAddress>> given = names.get(name);
    if (given != null) {
      List<InetAddress> next = given.size() > 1 ? given.remove() : given.element();
      if (next.isEmpty()) {
        throw new UnknownHostException(name);
      }
      return next;
    }
    try {
      return List.of(Inet4Address.ofPosixLiteral(name));
    } catch (IllegalArgumentException noNumber) {
      return List.of(InetAddress.ofLiteral(PUBLIC));
    }
  }

  private SocketAddress lead(SocketAddress address) {
    connections.add(address);
    return all;
  }

  SafeFetcher fetcher() {
    return fetcher(FetchSettings.DEFAULTS, new OkHttpClient());
  }

  SafeFetcher fetcher(FetchSettings settings, OkHttpClient trusting) {
    return SafeFetcher.through(settings, this::resolve, this::lead, trusting);
  }

  static FetchRequest get(String address) {
    return FetchRequest.get(URI.create(address), ROOM, LONG);
  }

  static FetchRequest get(String address, String... privateHosts) {
    return new FetchRequest(
        "GET", URI.create(address), Map.of(), Optional.empty(), ROOM, LONG, Set.of(privateHosts));
  }

  /// The URLs that reached the server, without their schemes.
  List<String> urls() {
    return reached.stream().map(Reached::url).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
