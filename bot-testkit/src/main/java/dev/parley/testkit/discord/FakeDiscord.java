package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/// A fake Discord on this machine: bots of any process reach it by its addresses, and tests act as
/// the people and watch what they see.
public final class FakeDiscord implements AutoCloseable {
  private static final String API = "/api/v10/";
  private static final String GATEWAY = "/gateway/";

  private final World world;
  private final Gateway gateway = new Gateway();
  private final FileStore files;
  private final RestApi api;
  private final Javalin javalin;

  private FakeDiscord(DiscordRules rules, Clock clock) {
    Snowflakes ids = new Snowflakes(clock);
    this.files = new FileStore(ids, rules.linkLifetime(), this::address);
    DiscordBot bot = new DiscordBot(ids.next(), "Parley", "fake-discord-token");
    this.world = new World(rules, ids, bot, gateway, files);
    this.api = new RestApi(world, this::gatewayUrl);
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = 50_000_000;
    config.routes.get(API + "<path>", api::serve);
    config.routes.post(API + "<path>", api::serve);
    config.routes.put(API + "<path>", api::serve);
    config.routes.patch(API + "<path>", api::serve);
    config.routes.delete(API + "<path>", api::serve);
    config.routes.get("/cdn/attachments/{channel}/{id}/{name}", files::serve);
    config.routes.ws(GATEWAY, socket -> GatewayRoute.serve(socket, world, this::gatewayUrl));
  }

  /// Starts one without limits on the number of calls.
  public static FakeDiscord start() {
    return start(DiscordRules.withoutLimits());
  }

  public static FakeDiscord start(DiscordRules rules) {
    return start(rules, Clock.systemUTC());
  }

  /// Starts one that goes by a clock of the test.
  ///
  /// @param clock what ids, lifetimes and limits go by; hangs and waits take real time
  public static FakeDiscord start(DiscordRules rules, Clock clock) {
    FakeDiscord discord = new FakeDiscord(rules, clock);
    discord.javalin.start("127.0.0.1", 0);
    return discord;
  }

  private String address() {
    return "http://127.0.0.1:" + javalin.port();
  }

  /// What a bot needs as `DISCORD_API`.
  public String apiUrl() {
    return address() + API;
  }

  /// What a bot needs as `DISCORD_GATEWAY`.
  public String gatewayUrl() {
    return "ws://127.0.0.1:" + javalin.port() + GATEWAY;
  }

  public DiscordBot bot() {
    return world.bot();
  }

  /// A guild that has the bot; the same one for the same name.
  public DiscordGuild guild(String name) {
    synchronized (world) {
      return world.guild(name, true);
    }
  }

  /// A guild without the bot, where people can only use it by commands of their own.
  public DiscordGuild foreignGuild(String name) {
    synchronized (world) {
      return world.guild(name, false);
    }
  }

  /// Somebody who need not be in any guild; the same one for the same name.
  public DiscordPerson person(String name) {
    synchronized (world) {
      return world.person(name);
    }
  }

  /// A conversation of people among themselves, which the bot is not in.
  public DiscordChannel groupDm(String name, DiscordPerson... people) {
    synchronized (world) {
      List<DiscordUser> users = Arrays.stream(people).map(DiscordPerson::user).toList();
      return world.room(ChannelKind.GROUP_DM, name, users);
    }
  }

  /// All messages of the bot anywhere, oldest first in each channel.
  public List<ShownMessage> botMessages() {
    synchronized (world) {
      return world.channels().stream().flatMap(it -> it.botMessages().stream()).toList();
    }
  }

  /// The commands that the bot has registered for all.
  public List<JsonNode> commands() {
    synchronized (world) {
      return List.copyOf(world.commands().of(""));
    }
  }

  /// The commands that the bot has registered for a guild.
  public List<JsonNode> commands(DiscordGuild guild) {
    synchronized (world) {
      return List.copyOf(world.commands().of(guild.id()));
    }
  }

  /// How many commands the bot has created; 200 a day are allowed.
  public int commandCreations() {
    synchronized (world) {
      return world.commands().creations();
    }
  }

  /// The attachments: how they are served, and how often they were fetched.
  public FileStore files() {
    return files;
  }

  /// From now on each event is told this often.
  public void deliverEach(int times) {
    gateway.copies(times);
  }

  /// All that the bot was told, oldest first.
  public List<Delivery> deliveries() {
    return gateway.deliveries();
  }

  /// Tells the bot the same once more.
  public void redeliver(Delivery delivery) {
    synchronized (world) {
      gateway.again(delivery);
    }
  }

  /// Makes the next call of a route go wrong; several wait for as many calls.
  ///
  /// @param route `POST /channels/{}/messages`, where `{}` stands for any id
  public void failNext(String route, ApiFault fault) {
    requireRoute(route);
    api.faults().add(route, fault);
  }

  private void requireRoute(String route) {
    if (!api.knows(route)) {
      throw new IllegalArgumentException("no route " + route);
    }
  }

  /// All calls that were answered or broken, oldest first.
  public List<RecordedCall> calls() {
    return api.calls();
  }

  /// The calls of a route, oldest first.
  ///
  /// @param route `POST /channels/{}/messages`, where `{}` stands for any id
  public List<RecordedCall> calls(String route) {
    requireRoute(route);
    return api.calls().stream().filter(call -> Route.matches(route, call.call())).toList();
  }

  /// How often a call was refused because there were too many.
  public int rateLimited() {
    return api.rateLimited();
  }

  /// How many calls counted as invalid (401, 403, 429); 10,000 in 10 minutes ban an address.
  public int invalidCalls() {
    return api.invalid();
  }

  /// How many sessions are connected now.
  public int sessions() {
    return gateway.connected().size();
  }

  /// The intents of each session that is connected now.
  public List<Integer> intents() {
    return gateway.connected().stream().map(GatewaySession::intents).toList();
  }

  /// How often a bot has started a session.
  public int identifications() {
    return gateway.identifications();
  }

  /// How often a bot has gone on with a session.
  public int resumptions() {
    return gateway.resumptions();
  }

  /// Asks all connections to come again and resume.
  public void reconnect() {
    gateway.reconnect();
  }

  /// Tells all connections that their session is not valid.
  ///
  /// @param resumable whether they may resume it all the same
  public void invalidate(boolean resumable) {
    gateway.invalidate(resumable);
  }

  /// Takes the intent MESSAGE_CONTENT from the bot, and ends all sessions that asked for it.
  public void withdrawContent() {
    synchronized (world) {
      world.withdrawContent();
    }
  }

  /// Breaks all connections without a word.
  public void terminate() {
    gateway.terminate();
  }

  /// Tells the bot of anything else that can happen.
  ///
  /// @param guild where it happens
  public Delivery tells(String type, DiscordGuild guild, ObjectNode data) {
    synchronized (world) {
      return gateway.dispatch(new GatewayEvent(type, guild.id(), 0, data.deepCopy()));
    }
  }

  @Override
  public void close() {
    api.faults().close();
    gateway.terminate();
    javalin.stop();
  }
}
