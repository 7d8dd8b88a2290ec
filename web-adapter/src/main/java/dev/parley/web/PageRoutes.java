package dev.parley.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page to chat in, with all it needs, from this jar.
final class PageRoutes implements HttpRoutes {
  private static final List<String> ASSETS =
      List.of(
          "chat.css",
          "messages.css",
          "composer.css",
          "steps.css",
          "icon.svg",
          "announce.js",
          "api.js",
          "chip.js",
          "commands.js",
          "composer.js",
          "conversation.js",
          "dom.js",
          "files.js",
          "main.js",
          "memory.js",
          "message.js",
          "messages.js",
          "outbox.js",
          "page.js",
          "person.js",
          "pictures.js",
          "rooms.js",
          "steps.js",
          "stream.js",
          "theme.js",
          "times.js",
          "tray.js",
          "thread.js");

  private final PageAsset page = PageAsset.load("page/index.html");
  private final Map<String, PageAsset> assets =
      ASSETS.stream()
          .collect(Collectors.toMap(Function.identity(), name -> PageAsset.load("page/" + name)));

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/", page::answer);
    config.routes.get("/assets/{name}", this::asset);
    config.routes.get("/favicon.ico", request -> asset(request, "icon.svg"));
  }

  private void asset(Context request) {
    asset(request, request.pathParam("name"));
  }

  private void asset(Context request, String name) {
    Optional.ofNullable(assets.get(name))
        .orElseThrow(() -> new RequestProblem(404, "There is nothing at this address."))
        .answer(request);
  }
}
