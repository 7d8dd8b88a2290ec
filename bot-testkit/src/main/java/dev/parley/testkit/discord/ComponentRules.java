package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/// What Discord allows in the components of a message (discord.com/developers, "Component
/// Reference").
final class ComponentRules {
  private static final int ROW = 1;
  private static final int BUTTON = 2;
  private static final int TEXT = 10;
  private static final int LINK = 5;
  private static final int MOST_ROWS = 5;
  private static final int MOST_IN_ROW = 5;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_LABEL = 80;
  private static final int MOST_OPTIONS = 25;
  private static final int MOST_OF_SECOND = 40;
  private static final int LONGEST_OF_SECOND = 4000;
  private static final Set<Integer> MENUS = Set.of(3, 5, 6, 7, 8);

  private ComponentRules() {}

  /// Throws [DiscordRefusedException] where the components are not as they must be.
  ///
  /// @param second whether the message is all components
  static void check(JsonNode components, boolean second) {
    Set<String> ids = new HashSet<>();
    if (second) {
      checkSums(components);
      checkEach(components, "components", ids);
      return;
    }
    if (components.size() > MOST_ROWS) {
      throw DiscordRefusedException.badLength("components", 1, MOST_ROWS);
    }
    for (int i = 0; i < components.size(); i++) {
      String path = "components." + i;
      if (components.path(i).path("type").asInt() != ROW) {
        throw DiscordRefusedException.invalid(
            path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
      }
      checkRow(components.path(i), path, ids);
    }
  }

  private static void checkSums(JsonNode components) {
    if (count(components) > MOST_OF_SECOND) {
      throw DiscordRefusedException.invalid(
          "components",
          "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
          "The total number of components must be 40 or fewer.");
    }
    if (length(components) > LONGEST_OF_SECOND) {
      throw DiscordRefusedException.invalid(
          "components",
          "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
          "The total displayable text must be 4000 or fewer.");
    }
  }

  private static int count(JsonNode node) {
    int sum = node.isObject() && node.has("type") ? 1 : 0;
    for (JsonNode child : node) {
      sum += child.isContainerNode() ? count(child) : 0;
    }
    return sum;
  }

  private static int length(JsonNode node) {
    int sum = node.path("type").asInt() == TEXT ? Words.length(node.path("content").asText()) : 0;
    for (JsonNode child : node) {
      sum += child.isContainerNode() ? length(child) : 0;
    }
    return sum;
  }

  private static void checkEach(JsonNode components, String path, Set<String> ids) {
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.path(i);
      String inner = path + "." + i;
      if (component.path("type").asInt() == ROW) {
        checkRow(component, inner, ids);
      } else {
        checkEach(component.path("components"), inner + ".components", ids);
      }
    }
  }

  private static void checkRow(JsonNode row, String path, Set<String> ids) {
    JsonNode inside = row.path("components");
    if (inside.isEmpty() || inside.size() > MOST_IN_ROW) {
      throw DiscordRefusedException.badLength(path + ".components", 1, MOST_IN_ROW);
    }
    for (int i = 0; i < inside.size(); i++) {
      String inner = path + ".components." + i;
      int type = inside.path(i).path("type").asInt();
      if (type == BUTTON) {
        checkButton(inside.path(i), inner, ids);
      } else if (MENUS.contains(type)) {
        checkMenu(inside.path(i), inner, ids);
      } else {
        throw DiscordRefusedException.invalid(
            inner + ".type",
            "UNION_TYPE_CHOICES",
            "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).");
      }
    }
  }

  private static void checkButton(JsonNode button, String path, Set<String> ids) {
    if (Words.length(button.path("label").asText("")) > LONGEST_LABEL) {
      throw DiscordRefusedException.tooLong(path + ".label", LONGEST_LABEL);
    }
    if (button.path("label").asText("").isEmpty() && !button.has("emoji")) {
      throw DiscordRefusedException.invalid(
          path, "BUTTON_COMPONENT_LABEL_OR_EMOJI", "A button needs a label or an emoji");
    }
    if (button.path("style").asInt() == LINK) {
      if (button.path("url").asText("").isEmpty()) {
        throw DiscordRefusedException.missing(path + ".url");
      }
    } else {
      checkId(button, path, ids);
    }
  }

  private static void checkMenu(JsonNode menu, String path, Set<String> ids) {
    checkId(menu, path, ids);
    if (menu.path("options").size() > MOST_OPTIONS) {
      throw DiscordRefusedException.badLength(path + ".options", 1, MOST_OPTIONS);
    }
  }

  private static void checkId(JsonNode component, String path, Set<String> ids) {
    String id = component.path("custom_id").asText("");
    if (id.isEmpty()) {
      throw DiscordRefusedException.missing(path + ".custom_id");
    }
    if (Words.length(id) > LONGEST_ID) {
      throw DiscordRefusedException.badLength(path + ".custom_id", 1, LONGEST_ID);
    }
    if (!ids.add(id)) {
      throw DiscordRefusedException.invalid(
          path + ".custom_id",
          "COMPONENT_CUSTOM_ID_DUPLICATED",
          "Component custom id cannot be duplicated");
    }
  }

  /// Gives each component the number that Discord gives it.
  static void number(JsonNode components) {
    number(components, 1);
  }

  private static int number(JsonNode node, int next) {
    int free = next;
    if (node instanceof ObjectNode component && component.has("type")) {
      if (!component.has("id")) {
        component.put("id", free);
      }
      free++;
    }
    for (JsonNode child : node) {
      free = child.isContainerNode() ? number(child, free) : free;
    }
    return free;
  }
}
