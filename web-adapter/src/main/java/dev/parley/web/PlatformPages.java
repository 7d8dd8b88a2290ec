package dev.parley.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Pages of a platform, such as those by which people install the bot there. They are for browsers
/// anywhere, under any name, change nothing without a word that the browser was given before, and
/// show nothing of the bot's.
public final class PlatformPages implements HttpRoutes {
  private final Map<String, Function<Request, Response>> pages;

  /// @param pages by their addresses
  public PlatformPages(Map<String, Function<Request, Response>> pages) {
    this.pages = Map.copyOf(pages);
  }

  /// What a browser asks for.
  public record Request(Map<String, String> query, Map<String, String> cookies) {}

  /// What it is answered.
  public record Response(int status, Map<String, String> headers, String html) {}

  @Override
  public void addTo(JavalinConfig config) {
    pages.forEach((path, page) -> config.routes.get(path, request -> show(request, page)));
  }

  @Override
  public Set<String> signedPaths() {
    return pages.keySet();
  }

  private static void show(Context request, Function<Request, Response> page) {
    Map<String, String> query = new HashMap<>();
    request.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    Response response = page.apply(new Request(query, request.cookieMap()));
    request.status(response.status()).html(response.html());
    response.headers().forEach(request::header);
  }
}
