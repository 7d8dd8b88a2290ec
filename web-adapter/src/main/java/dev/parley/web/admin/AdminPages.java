package dev.parley.web.admin;

import dev.parley.web.HttpRoutes;
import dev.parley.web.PageAsset;
import dev.parley.web.RequestProblem;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The admin pages at `/admin` with their API: for those alone who know the admin's token.
public final class AdminPages implements HttpRoutes {
  /// Where they begin.
  public static final String PATH = "/admin";

  private static final String ASSETS = "/admin/assets/{name}";

  private static final List<String> OWN =
      List.of(
          "add.js",
          "admin.css",
          "audience.js",
          "confirm.js",
          "desk.js",
          "detail.js",
          "documents.css",
          "documents.js",
          "jobs.js",
          "main.js",
          "passage.js",
          "sign-in.css",
          "sign-in.js",
          "trial.js",
          "uploads.js",
          "words.js");

  /// Files of the chat's page that these pages need as well.
  private static final List<String> SHARED =
      List.of("announce.js", "chat.css", "dom.js", "icon.svg", "memory.js", "theme.js", "times.js");

  private final AdminGate gate;
  private final SignInRoutes signIn;
  private final List<AdminPart> parts;
  private final Map<String, PageAsset> assets =
      Stream.concat(
              OWN.stream().map(name -> "admin/" + name),
              SHARED.stream().map(name -> "page/" + name))
          .collect(
              Collectors.toMap(
                  path -> path.substring(path.indexOf('/') + 1), path -> PageAsset.load(path)));

  public AdminPages(AdminSettings settings, List<AdminPart> parts, Clock clock) {
    this.gate = new AdminGate(settings, clock);
    this.signIn = new SignInRoutes(gate);
    this.parts = List.copyOf(parts);
  }

  @Override
  public void addTo(JavalinConfig config) {
    signIn.addTo(config.routes);
    config.routes.get(ASSETS, this::asset);
    GuardedRoutes guarded = new GuardedRoutes(config.routes, gate);
    parts.forEach(part -> part.addTo(guarded));
  }

  private void asset(Context request) {
    Optional.ofNullable(assets.get(request.pathParam("name")))
        .orElseThrow(() -> new RequestProblem(404, "There is nothing at this address."))
        .answer(request);
  }
}
