package dev.parley.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands in for the services that the shipped tools ask: it knows Berlin, where it rains, and the
/// price of GOOG.
public final class FakeWeather implements AutoCloseable {
  /// What finds out the price of a share.
  public static final String KEY = "a-key-of-a-quote-service";

  private static final String BERLIN =
      """
      {"results":[{"name":"Berlin","country":"Germany","latitude":52.52437,"longitude":13.41053}]}
      """;
  private static final String RAIN =
      """
      {"timezone":"Europe/Berlin",
       "current_units":{"temperature_2m":"°C","apparent_temperature":"°C",
         "relative_humidity_2m":"%","precipitation":"mm","wind_speed_10m":"km/h"},
       "current":{"time":"2026-11-25T14:00","temperature_2m":4.5,"apparent_temperature":1.2,
         "relative_humidity_2m":87,"precipitation":0.3,"weather_code":61,"wind_speed_10m":14.2}}
      """;
  private static final String PRICE =
      """
      {"c":181.2,"d":-1.3,"dp":-0.72,"h":182.5,"l":178,"o":182,"pc":182.5,"t":1764104400}
      """;

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private FakeWeather(HttpServer server) {
    this.server = server;
  }

  public static FakeWeather start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeWeather service = new FakeWeather(server);
    server.createContext("/", service::answer);
    server.start();
    return service;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    String key = exchange.getRequestHeaders().getFirst("X-Finnhub-Token");
    asked.add(address);
    switch (exchange.getRequestURI().getPath()) {
      case "/v1/search" -> say(exchange, 200, address.contains("name=Berlin&") ? BERLIN : "{}");
      case "/v1/forecast" -> say(exchange, 200, RAIN);
      case "/api/v1/quote" -> {
        String known = address.endsWith("=GOOG") ? PRICE : "{\"c\":0,\"d\":null,\"dp\":null}";
        say(exchange, KEY.equals(key) ? 200 : 401, KEY.equals(key) ? known : "no key: " + key);
      }
      default -> say(exchange, 404, "nothing here");
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", status == 200 ? "application/json" : "text/plain");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// Paths with queries, in the order in which they were asked for.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /// What a bot sees of its environment, so that its shipped tools ask this service, and nothing
  /// of what they know else.
  ///
  /// @param folder where its settings may be written
  public Map<String, String> environment(Path folder) throws IOException {
    Path shipped = Path.of("../config/tools").toAbsolutePath().normalize();
    Path settings =
        Files.writeString(
            folder.resolve("with-tools.yaml"),
            "demo: {words-per-second: 0}\ntools: {directory: \"" + shipped + "\"}\n");
    String host = "127.0.0.1:" + server.getAddress().getPort();
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_CONFIG", settings.toString());
    environment.put("PARLEY_TOOL_PRIVATE_HOSTS", host);
    for (String variable : List.of("WEATHER_API", "GEOCODING_API", "STOCK_API")) {
      environment.put(variable, "http://" + host);
    }
    return environment;
  }

  /// Is gone from now on: nobody listens any more.
  @Override
  public void close() {
    server.stop(0);
  }
}
