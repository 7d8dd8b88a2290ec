package dev.parley.launcher;

import dev.parley.slack.SlackAdapter;
import dev.parley.slack.install.InstallPages;
import dev.parley.slack.install.Page;
import dev.parley.slack.transport.SlackHttp;
import dev.parley.web.HttpRoutes;
import dev.parley.web.PlatformPages;
import dev.parley.web.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts Slack's requests, and the pages by which it is installed, on the bot's own HTTP server.
final class SlackParts {
  static final String PATH = "/slack/events";

  private SlackParts() {}

  /// The routes: one where events come over HTTP, others where people install the bot.
  static List<HttpRoutes> routes(SlackAdapter slack) {
    List<HttpRoutes> routes = new ArrayList<>();
    slack
        .http()
        .map(http -> new Webhook(PATH, request -> answer(http, request)))
        .ifPresent(routes::add);
    slack.install().map(SlackParts::pages).ifPresent(routes::add);
    return routes;
  }

  private static Webhook.Response answer(SlackHttp http, Webhook.Request request) {
    SlackHttp.Response response =
        http.handle(
            new SlackHttp.Request(
                request.path(), request.headers(), request.body(), request.remoteAddress()));
    return new Webhook.Response(response.status(), response.contentType(), response.body());
  }

  private static PlatformPages pages(InstallPages install) {
    return new PlatformPages(
        Map.of(
            InstallPages.BEGIN,
            _ -> shown(install.begin()),
            InstallPages.RETURN,
            request ->
                shown(
                    install.arrived(
                        request.query(),
                        Optional.ofNullable(request.cookies().get(InstallPages.COOKIE))))));
  }

  private static PlatformPages.Response shown(Page page) {
    return new PlatformPages.Response(page.status(), page.headers(), page.html());
  }
}
