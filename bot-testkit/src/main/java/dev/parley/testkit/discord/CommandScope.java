package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where a person uses the app, and by whose installation (discord.com/developers, "Interaction
/// Contexts").
///
/// @param context 0 in a guild, 1 in direct messages with the bot, 2 among people
record CommandScope(DiscordChannel channel, int context) {
  static CommandScope of(DiscordChannel channel) {
    return switch (channel.kind()) {
      case DM -> new CommandScope(channel, 1);
      case GROUP_DM -> new CommandScope(channel, 2);
      case TEXT, PUBLIC_THREAD, PRIVATE_THREAD, FORUM -> new CommandScope(channel, 0);
    };
  }

  /// Whether only the person's own installation lets them use the app here.
  boolean isOnlyPersonal() {
    return context == 2 || (context == 0 && !channel.guild().orElseThrow().hasBot());
  }

  /// Whether somebody sees this command here.
  boolean shows(ObjectNode command, DiscordPerson person) {
    boolean installed =
        !isOnlyPersonal() && (!command.has("integration_types") || lists(command, 0));
    return (installed || lists(command, 1)) && isInContext(command) && isAllowed(command, person);
  }

  private static boolean lists(ObjectNode command, int type) {
    return numbers(command.path("integration_types")).contains(type);
  }

  private boolean isInContext(ObjectNode command) {
    if (context != 0 && !command.path("dm_permission").asBoolean(true)) {
      return false;
    }
    JsonNode contexts = command.path("contexts");
    return !contexts.isArray() || numbers(contexts).contains(context);
  }

  private boolean isAllowed(ObjectNode command, DiscordPerson person) {
    JsonNode needed = command.path("default_member_permissions");
    if (channel.guild().isEmpty() || needed.isNull() || needed.isMissingNode()) {
      return true;
    }
    long mask = needed.asLong();
    Set<Permission> had = channel.guild().get().permissions(person.user());
    return mask == 0 ? had.contains(Permission.ADMINISTRATOR) : Permission.covers(had, mask);
  }

  private static List<Integer> numbers(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(it -> numbers.add(it.asInt()));
    return numbers;
  }

  /// Whose installation lets the person use the app: `0` a guild, `1` themselves.
  ObjectNode owners(ObjectNode command, DiscordPerson person) {
    ObjectNode owners = Json.object();
    if (!isOnlyPersonal()) {
      owners.put("0", channel.guild().map(DiscordGuild::id).orElse("0"));
    }
    if (isOnlyPersonal() || lists(command, 1)) {
      owners.put("1", person.id());
    }
    return owners;
  }
}
