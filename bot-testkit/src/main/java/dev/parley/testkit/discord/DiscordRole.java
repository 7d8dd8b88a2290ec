package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// A role of a guild.
///
/// @param managed whether it is a bot's own
public record DiscordRole(
    String id, String name, int position, Set<Permission> permissions, boolean managed) {
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
    wire.put("permissions", Permission.mask(permissions)).put("managed", managed);
    return wire.put("mentionable", true).put("flags", 0);
  }
}
