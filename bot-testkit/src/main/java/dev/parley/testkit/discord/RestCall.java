package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call to the REST API, with its content however it was sent.
///
/// @param ids the ids in its path, in order
/// @param files by the number in `files[n]`
record RestCall(
    World world,
    List<String> ids,
    Map<String, String> query,
    JsonNode content,
    Map<String, SharedFile> files) {
  String id(int index) {
    return ids.get(index);
  }

  /// The content where it must be an object.
  ObjectNode body() {
    if (content instanceof ObjectNode object) {
      return object;
    }
    return Json.object();
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name));
  }

  DiscordGuild guild() {
    return world
        .guild(id(0))
        .filter(DiscordGuild::hasBot)
        .orElseThrow(() -> new DiscordRefusedException(404, 10004, "Unknown Guild"));
  }

  /// The channel that the path names first, where the bot sees it.
  DiscordChannel channel() {
    DiscordChannel channel =
        world.channel(id(0)).orElseThrow(DiscordRefusedException::unknownChannel);
    if (!channel.isVisible()) {
      throw DiscordRefusedException.missingAccess();
    }
    return channel;
  }

  /// The message that the path names second.
  Post message() {
    return channel().find(id(1)).orElseThrow(DiscordRefusedException::unknownMessage);
  }

  static void require(DiscordChannel channel, Permission permission) {
    if (channel.guild().isPresent() && !channel.botMay(permission)) {
      throw DiscordRefusedException.missingPermissions();
    }
  }
}
