package dev.parley.testkit.slack;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// A fake Slack on this machine: bots of any process reach it by its address, and tests act as the
/// people and watch what they see.
///
/// Events go over Socket Mode until [#eventsTo(URI...)] says otherwise.
public final class FakeSlack implements AutoCloseable {
  private final Ids ids;
  private final SlackRules rules;
  private final SlackWorkspaces workspaces = new SlackWorkspaces();
  private final SocketRoute sockets;
  private final EventsOut out;
  private final Backstage backstage;
  private final WebApi api;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Javalin javalin;

  private FakeSlack(SlackRules rules, Clock clock) {
    this.ids = new Ids(clock);
    this.rules = rules;
    this.sockets = new SocketRoute(ids, SlackApp.INSTANCE, rules.ackWithin());
    this.out = new EventsOut(rules, sockets);
    this.backstage = new Backstage(rules, SlackApp.INSTANCE, ids, out, this::address);
    this.api = new WebApi(backstage, workspaces, sockets);
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = 50_000_000;
    config.routes.get("/api/{method}", api::serve);
    config.routes.post("/api/{method}", api::serve);
    config.routes.ws("/link/", sockets::serve);
    new SideDoors(workspaces).addTo(config);
  }

  /// Starts one without limits on the number of calls.
  public static FakeSlack start() {
    return start(SlackRules.withoutTiers());
  }

  public static FakeSlack start(SlackRules rules) {
    return start(rules, Clock.systemUTC());
  }

  /// Starts one that goes by a clock of the test.
  ///
  /// @param clock what timestamps, lifetimes and limits go by; retries and waits take real time
  public static FakeSlack start(SlackRules rules, Clock clock) {
    FakeSlack slack = new FakeSlack(rules, clock);
    slack.javalin.start("127.0.0.1", 0);
    return slack;
  }

  private String address() {
    return "http://127.0.0.1:" + javalin.port();
  }

  /// What a bot needs as `SLACK_API_URL`.
  public String apiUrl() {
    return address() + "/api/";
  }

  public SlackApp app() {
    return backstage.app();
  }

  /// The workspace with this id; it is made, with the app installed, when it is first asked for.
  public SlackWorkspace workspace(String id) {
    return workspaces.get(id, backstage);
  }

  /// From now on events are requests to one of these addresses, chosen anew for each attempt.
  public void eventsTo(URI... addresses) {
    out.route(new HttpRoute(client, List.of(addresses), backstage.app(), rules.ackWithin(), ids));
  }

  /// Asks the bot to prove that its address is its own; the answer should be this challenge.
  public Delivery verifiesAddress(String challenge) {
    return out.verify(backstage.app(), challenge);
  }

  /// From now on events go over one of the bot's Socket Mode connections, and wait for one.
  public void eventsToSockets() {
    out.route(sockets);
  }

  /// From now on each event is delivered this often, even where it was acknowledged.
  public void deliverEach(int times) {
    out.copies(times);
  }

  /// All that the bot was told, oldest first.
  public List<Delivery> deliveries() {
    return out.deliveries();
  }

  /// Waits until everything so far is acknowledged or given up; returns whether all is
  /// acknowledged.
  public boolean awaitDelivered(Duration limit) {
    return out.deliveries().stream()
        .map(delivery -> delivery.await(limit))
        .reduce(true, Boolean::logicalAnd);
  }

  /// Makes the next call of a method go wrong; several wait for as many calls.
  public void failNext(String method, ApiFault fault) {
    api.faults().add(method, fault);
  }

  /// All calls that were answered or broken, oldest first.
  public List<RecordedCall> calls() {
    return api.calls();
  }

  public List<RecordedCall> calls(String method) {
    return api.calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /// How many Socket Mode connections take events now.
  public int connections() {
    return sockets.connectionCount();
  }

  /// Tells all connections to go; after `refresh_requested` they get nothing more.
  ///
  /// @param reason `warning` or `refresh_requested`
  public void disconnect(String reason) {
    sockets.disconnectAll(reason);
  }

  /// Breaks all Socket Mode connections without a word.
  public void dropConnections() {
    sockets.dropAll();
  }

  @Override
  public void close() {
    api.faults().close();
    out.close();
    client.close();
    javalin.stop();
  }
}
