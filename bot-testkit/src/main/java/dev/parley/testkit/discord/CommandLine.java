package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A slash command as somebody types it: down to its sub-command, whose options are left to fill.
///
/// @param path the group and the sub-command, as far as there are
/// @param options what can be filled
record CommandLine(ObjectNode command, List<JsonNode> path, JsonNode options) {
  static CommandLine of(ObjectNode command, List<String> words) {
    JsonNode at = command;
    List<JsonNode> path = new ArrayList<>();
    for (String word : words) {
      at = find(at.path("options"), word);
      path.add(at);
    }
    JsonNode first = at.path("options").path(0);
    if (first.path("type").asInt(OptionRules.TEXT) <= OptionRules.GROUP) {
      throw new IllegalStateException(command.path("name") + " needs a sub-command");
    }
    return new CommandLine(command, path, at.path("options"));
  }

  static JsonNode find(JsonNode options, String name) {
    for (JsonNode option : options) {
      if (option.path("name").asText().equals(name)) {
        return option;
      }
    }
    throw new IllegalArgumentException("there is no " + name + " in " + options);
  }

  ObjectNode begin() {
    ObjectNode data = Json.object().put("type", CommandKind.SLASH.number());
    data.set("id", command.path("id"));
    data.set("name", command.path("name"));
    return data;
  }

  void fill(ObjectNode data, ArrayNode values) {
    ArrayNode inner = values;
    for (JsonNode step : path.reversed()) {
      ObjectNode outer = Json.object();
      outer.set("name", step.path("name"));
      outer.set("type", step.path("type"));
      outer.set("options", inner);
      inner = Json.array().add(outer);
    }
    data.set("options", inner);
  }
}
