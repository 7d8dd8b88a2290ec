package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Fills in the options of a command, as far as Discord lets people.
final class OptionValues {
  private final World world;
  private final DiscordChannel channel;
  private final ObjectNode data;

  /// @param data what the bot is told, where people and files are described
  OptionValues(World world, DiscordChannel channel, ObjectNode data) {
    this.world = world;
    this.channel = channel;
    this.data = data;
  }

  ArrayNode all(JsonNode options, Map<String, Object> values) {
    for (JsonNode option : options) {
      if (option.path("required").asBoolean()
          && !values.containsKey(option.path("name").asText())) {
        throw new IllegalStateException(option.path("name") + " must be filled in");
      }
    }
    return some(options, values);
  }

  /// Those that are filled in so far.
  ArrayNode some(JsonNode options, Map<String, Object> values) {
    ArrayNode filled = Json.array();
    values.forEach((name, value) -> filled.add(one(CommandLine.find(options, name), value)));
    return filled;
  }

  private ObjectNode one(JsonNode option, Object value) {
    ObjectNode filled = Json.object();
    filled.set("name", option.path("name"));
    filled.set("type", option.path("type"));
    fill(filled, option, value);
    requireChoice(option, filled.path("value"));
    return filled;
  }

  private void fill(ObjectNode filled, JsonNode option, Object value) {
    int type = option.path("type").asInt();
    switch (value) {
      case String text when type == OptionRules.TEXT -> filled.put("value", checked(option, text));
      case Integer number when type == OptionRules.INTEGER -> filled.put("value", number);
      case Number number when type == OptionRules.NUMBER ->
          filled.put("value", number.doubleValue());
      case Boolean yes when type == OptionRules.BOOLEAN -> filled.put("value", yes);
      case SharedFile file when type == OptionRules.FILE -> filled.put("value", file(file));
      case DiscordPerson person when type == OptionRules.USER ->
          filled.put("value", person(person));
      case DiscordChannel other when type == OptionRules.CHANNEL ->
          filled.put("value", channel(other));
      case DiscordRole role when type == OptionRules.ROLE -> filled.put("value", role(role));
      default -> throw new IllegalArgumentException(option + " does not take " + value);
    }
  }

  private static String checked(JsonNode option, String text) {
    int length = Words.length(text);
    if (length > option.path("max_length").asInt(6000)
        || length < option.path("min_length").asInt(0)) {
      throw new IllegalStateException(option.path("name") + " is too long or too short");
    }
    return text;
  }

  private static void requireChoice(JsonNode option, JsonNode value) {
    boolean free = option.path("choices").isEmpty();
    for (JsonNode choice : option.path("choices")) {
      free |= choice.path("value").asText().equals(value.asText());
    }
    if (!free) {
      throw new IllegalStateException(value + " is no choice of " + option.path("name"));
    }
  }

  private ObjectNode resolved(String kind) {
    return data.withObject("/resolved/" + kind);
  }

  private String file(SharedFile file) {
    ObjectNode attachment = world.files().keep(channel, file);
    world.files().sign(attachment.put("ephemeral", true));
    String id = attachment.path("id").asText();
    resolved("attachments").set(id, attachment);
    return id;
  }

  private String person(DiscordPerson person) {
    resolved("users").set(person.id(), person.user().wire());
    channel
        .guild()
        .filter(it -> it.isMember(person.user()))
        .ifPresent(
            guild -> {
              ObjectNode member = guild.membership(person.user());
              member.put("permissions", Permission.mask(guild.permissions(person.user())));
              resolved("members").set(person.id(), member);
            });
    return person.id();
  }

  private String channel(DiscordChannel other) {
    resolved("channels").set(other.id(), other.wire().put("permissions", "0"));
    return other.id();
  }

  private String role(DiscordRole role) {
    resolved("roles").set(role.id(), role.wire());
    return role.id();
  }
}
