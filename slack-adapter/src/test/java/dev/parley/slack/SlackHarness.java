package dev.parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.OwnRateLimits;
import dev.parley.platform.RateLimits;
import dev.parley.secret.Secret;
import dev.parley.slack.SlackSettings.AnswerIn;
import dev.parley.slack.SlackSettings.Mode;
import dev.parley.slack.transport.SlackHttp;
import dev.parley.slack.workspace.Access;
import dev.parley.testkit.platform.InMemoryInstallations;
import dev.parley.testkit.slack.FakeSlack;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackRules;
import dev.parley.testkit.slack.SlackWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// A fake Slack with an adapter connected to it over HTTP or over sockets.
final class SlackHarness implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);

  final FakeSlack slack;
  final SlackWorkspace workspace;
  final SlackPerson ann;
  final SlackAdapter adapter;
  private final RateLimits limits = new OwnRateLimits(() -> System.nanoTime() / 1_000_000);
  final AtomicBoolean groupsWanted = new AtomicBoolean();
  private final Mode mode;
  private final boolean otherBots;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Optional<HttpServer> server;

  SlackHarness(Mode mode, SlackRules rules) {
    this(mode, rules, false);
  }

  private SlackHarness(Mode mode, SlackRules rules, boolean otherBots) {
    this.mode = mode;
    this.otherBots = otherBots;
    this.slack = FakeSlack.start(rules);
    this.workspace = slack.workspace("T1");
    this.ann = workspace.person("Ann");
    this.adapter = anotherAdapter();
    this.server = adapter.http().map(this::serve);
    server.ifPresent(http -> slack.eventsTo(URI.create(address(http))));
  }

  static SlackHarness overHttp() {
    return new SlackHarness(Mode.HTTP, SlackRules.withoutTiers());
  }

  static SlackHarness answeringBots() {
    return new SlackHarness(Mode.HTTP, SlackRules.withoutTiers(), true);
  }

  SlackAdapter anotherAdapter() {
    return new SlackAdapter(
        settings(AnswerIn.THREAD),
        limits,
        new InMemoryInstallations(Clock.systemUTC()),
        _ -> groupsWanted.get(),
        Clock.systemUTC());
  }

  private SlackSettings settings(AnswerIn answerIn) {
    return new SlackSettings(
        Optional.of(Secret.of(workspace.botToken())),
        Optional.of(Secret.of(slack.app().appToken())),
        Optional.of(Secret.of(slack.app().signingSecret())),
        mode,
        Optional.of(URI.create(slack.apiUrl())),
        2,
        answerIn,
        new Access(false, false),
        otherBots,
        List.of("What can you do?", "Tell me a story"),
        Optional.empty());
  }

  private HttpServer serve(SlackHttp http) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(threads);
      started.createContext("/", exchange -> answer(http, exchange));
      started.start();
      return started;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String address(HttpServer http) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/slack/events";
  }

  private static void answer(SlackHttp http, HttpExchange exchange) throws IOException {
    try (exchange) {
      SlackHttp.Response response =
          http.handle(
              new SlackHttp.Request(
                  "/slack/events",
                  exchange.getRequestHeaders(),
                  exchange.getRequestBody().readAllBytes(),
                  "127.0.0.1"));
      byte[] body = response.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    adapter.close();
    server.ifPresent(http -> http.stop(0));
    threads.shutdownNow();
    slack.close();
  }
}
