package dev.parley.launcher;

import dev.parley.slack.SlackAdapter;
import dev.parley.slack.transport.SlackHttp;
import dev.parley.web.HttpRoutes;
import dev.parley.web.Webhook;
import java.util.Optional;

/// Puts Slack's requests on the bot's own HTTP server.
final class SlackParts {
  static final String PATH = "/slack/events";

  private SlackParts() {}

  /// The route, where events come over HTTP.
  static Optional<HttpRoutes> routes(SlackAdapter slack) {
    return slack.http().map(http -> new Webhook(PATH, request -> answer(http, request)));
  }

  private static Webhook.Response answer(SlackHttp http, Webhook.Request request) {
    SlackHttp.Response response =
        http.handle(
            new SlackHttp.Request(
                request.path(), request.headers(), request.body(), request.remoteAddress()));
    return new Webhook.Response(response.status(), response.contentType(), response.body());
  }
}
