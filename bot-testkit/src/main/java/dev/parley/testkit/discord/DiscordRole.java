package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// A role of a guild.
///
/// @param bot the id of the bot whose own it is; empty: nobody's
public record DiscordRole(
    String id, String name, int position, Set<Permission> permissions, String bot) {
  public DiscordRole {
    permissions = Set.copyOf(permissions);
  }

  /// What calls everybody who has the role.
  public String mention() {
    return "<@&" + id + ">";
  }

  ObjectNode wire() {
    ObjectNode wire = Json.object().put("id", id).put("name", name).put("color", 0);
    ObjectNode colors = wire.putObject("colors").put("primary_color", 0);
    colors.putNull("secondary_color").putNull("tertiary_color");
    wire.put("hoist", false).put("position", position);
    wire.put("permissions", Permission.mask(permissions)).put("managed", !bot.isEmpty());
    if (!bot.isEmpty()) {
      wire.putObject("tags").put("bot_id", bot);
    }
    return wire.put("mentionable", true).put("flags", 0);
  }
}
