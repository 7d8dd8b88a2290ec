package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a bot asks about itself, its people and its guilds.
final class SelfRoutes {
  private final World world;
  private final FileStore.Address gateway;

  SelfRoutes(World world, FileStore.Address gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET /gateway", _ -> Route.Answer.of(Json.object().put("url", gateway.url())))
            .opened(),
        Route.of("GET /gateway/bot", _ -> Route.Answer.of(gatewayBot())),
        Route.of("GET /users/@me", _ -> Route.Answer.of(world.bot().self())),
        Route.of("GET /users/@me/guilds", _ -> Route.Answer.of(guilds())),
        Route.of("POST /users/@me/channels", this::openDm),
        Route.of("GET /users/{}", this::user),
        Route.of("GET /applications/@me", _ -> Route.Answer.of(world.bot().application())),
        Route.of("GET /oauth2/applications/@me", _ -> Route.Answer.of(world.bot().application())),
        Route.of("GET /guilds/{}", it -> Route.Answer.of(GuildWire.of(it.guild(), world.bot()))),
        Route.of("GET /guilds/{}/channels", SelfRoutes::channels),
        Route.of("GET /guilds/{}/roles", SelfRoutes::roles),
        Route.of("GET /guilds/{}/members/{}", this::member),
        Route.of("GET /guilds/{}/threads/active", SelfRoutes::activeThreads));
  }

  private ObjectNode gatewayBot() {
    ObjectNode told = Json.object().put("url", gateway.url()).put("shards", 1);
    ObjectNode starts = told.putObject("session_start_limit").put("total", 1000);
    starts.put("remaining", 1000 - world.gateway().identifications());
    starts.put("reset_after", 86_400_000).put("max_concurrency", 1);
    return told;
  }

  private ArrayNode guilds() {
    ArrayNode told = Json.array();
    world.guilds().stream()
        .filter(DiscordGuild::hasBot)
        .forEach(it -> told.addObject().put("id", it.id()).put("name", it.name()));
    return told;
  }

  private Route.Answer openDm(RestCall call) {
    String recipient = call.body().path("recipient_id").asText();
    DiscordPerson person =
        world
            .personWithId(recipient)
            .orElseThrow(() -> new DiscordRefusedException(400, 50033, "Invalid Recipient(s)"));
    return Route.Answer.of(world.dm(person).wire());
  }

  private Route.Answer user(RestCall call) {
    return world
        .user(call.id(0))
        .map(it -> Route.Answer.of(it.wire()))
        .orElseThrow(() -> new DiscordRefusedException(404, 10013, "Unknown User"));
  }

  private static Route.Answer channels(RestCall call) {
    return Route.Answer.of(
        Json.array(
            call.guild().channels().stream()
                .filter(it -> !it.kind().isThread())
                .map(DiscordChannel::wire)
                .toList()));
  }

  private static Route.Answer roles(RestCall call) {
    return Route.Answer.of(
        Json.array(call.guild().roles().stream().map(DiscordRole::wire).toList()));
  }

  private Route.Answer member(RestCall call) {
    return world
        .user(call.id(1))
        .filter(call.guild()::isMember)
        .map(it -> Route.Answer.of(call.guild().member(it)))
        .orElseThrow(() -> new DiscordRefusedException(404, 10007, "Unknown Member"));
  }

  private static Route.Answer activeThreads(RestCall call) {
    ObjectNode told = Json.object();
    ArrayNode threads = told.putArray("threads");
    call.guild().channels().stream()
        .filter(it -> it.kind().isThread() && !it.isArchived() && it.isVisible())
        .forEach(it -> threads.add(it.wire()));
    told.putArray("members");
    return Route.Answer.of(told);
  }
}
