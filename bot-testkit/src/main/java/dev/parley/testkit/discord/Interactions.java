package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// All interactions, as the bot is told of them and finds them again.
final class Interactions {
  private final World world;
  private final Map<String, InteractionState> byId = new LinkedHashMap<>();
  private final Map<String, InteractionState> byToken = new LinkedHashMap<>();

  Interactions(World world) {
    this.world = world;
  }

  Optional<InteractionState> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<InteractionState> withToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  InteractionState begin(
      InteractionState.Kind kind, DiscordPerson person, DiscordChannel channel, ObjectNode data) {
    String token = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    InteractionState state =
        new InteractionState(
            world.ids().next(), token, kind, person, channel, data, world.ids().now());
    byId.put(state.id(), state);
    byToken.put(token, state);
    return state;
  }

  /// Tells the bot.
  ///
  /// @param owners whose installation lets the person use the app
  Interaction tell(InteractionState state, ObjectNode owners) {
    DiscordChannel channel = state.channel();
    ObjectNode wire = Json.object().put("id", state.id()).put("application_id", world.bot().id());
    wire.put("type", state.kind().number()).put("token", state.token()).put("version", 1);
    wire.set("data", state.data());
    wire.put("channel_id", channel.id()).set("channel", channel(channel, state.person()));
    wire.put("locale", state.person().locale()).putArray("entitlements");
    wire.put("app_permissions", appPermissions(channel));
    wire.put("attachment_size_limit", world.rules().largestFile());
    wire.set("authorizing_integration_owners", owners);
    wire.put("context", CommandScope.of(channel).context());
    channel
        .guild()
        .ifPresentOrElse(
            guild -> place(wire, guild, state.person()),
            () -> wire.set("user", state.person().user().wire()));
    state.message().ifPresent(message -> wire.set("message", message.wire()));
    String guild = channel.guild().filter(DiscordGuild::hasBot).map(DiscordGuild::id).orElse("");
    state.told(world.gateway().dispatch(new GatewayEvent("INTERACTION_CREATE", guild, 0, wire)));
    return new Interaction(world, state);
  }

  private ObjectNode channel(DiscordChannel channel, DiscordPerson person) {
    ObjectNode wire = channel.wire();
    wire.remove("permission_overwrites");
    channel
        .guild()
        .ifPresent(it -> wire.put("permissions", Permission.mask(it.permissions(person.user()))));
    return wire;
  }

  private static String appPermissions(DiscordChannel channel) {
    return Permission.mask(
        channel.guild().filter(DiscordGuild::hasBot).isPresent()
            ? Permission.usual().stream().filter(channel::botMay).toList()
            : Permission.usual());
  }

  private static void place(ObjectNode wire, DiscordGuild guild, DiscordPerson person) {
    wire.put("guild_id", guild.id()).put("guild_locale", "en-US");
    wire.putObject("guild").put("id", guild.id()).put("locale", "en-US").putArray("features");
    ObjectNode member = guild.member(person.user());
    member.put("permissions", Permission.mask(guild.permissions(person.user())));
    wire.set("member", member);
  }
}
