package dev.parley.web.admin;

import dev.parley.web.Json;
import dev.parley.web.JsonBody;
import dev.parley.web.PageAsset;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/// The way in and out: what shows whether somebody is signed in, and changes it.
final class SignInRoutes {
  /// What everybody may ask for, besides the files of the pages: it says nothing of the bot.
  static final String PAGE = "/admin/sign-in";

  static final String SESSION = "/api/admin/session";

  private static final int LARGEST_BODY = 4_096;
  private static final int LONGEST_TOKEN = 1_000;

  private final AdminGate gate;
  private final PageAsset signIn = PageAsset.load("admin/sign-in.html");
  private final PageAsset page = PageAsset.load("admin/index.html");

  SignInRoutes(AdminGate gate) {
    this.gate = gate;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/admin", this::show);
    routes.get(PAGE, signIn::answer);
    routes.post(SESSION, this::begin);
    routes.get(SESSION, this::tell);
    new GuardedRoutes(routes, gate).delete(SESSION, this::end);
  }

  private void show(Context request) {
    if (gate.session(request).isPresent()) {
      page.answer(request);
    } else {
      request.redirect(PAGE, HttpStatus.SEE_OTHER);
    }
  }

  private void begin(Context request) {
    JsonBody body = JsonBody.of(request, LARGEST_BODY, "{\"token\":\"…\"}");
    gate.checkToken(request, body.text("token", LONGEST_TOKEN).strip());
    Json.answer(request, 200, Map.of("until", gate.begin(request).until().toString()));
  }

  /// A browser that comes by a link from elsewhere keeps its session back at first.
  private void tell(Context request) {
    boolean signedIn = gate.session(request).isPresent();
    Json.answer(request, 200, Map.of("signedIn", signedIn));
  }

  private void end(Context request) {
    gate.end(request);
    request.status(204);
  }
}
