package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;

/// What Discord takes as a modal (discord.com/developers, "Modal").
final class ModalRules {
  private static final int LONGEST_TITLE = 45;
  private static final int LONGEST_ID = 100;
  private static final int MOST = 5;

  private ModalRules() {}

  /// Throws [DiscordRefusedException] where a modal is not as it must be.
  static void check(JsonNode modal) {
    requireLength(modal, "title", LONGEST_TITLE, "data.title");
    requireLength(modal, "custom_id", LONGEST_ID, "data.custom_id");
    int parts = modal.path("components").size();
    if (parts < 1 || parts > MOST) {
      throw DiscordRefusedException.badLength("data.components", 1, MOST);
    }
    for (int i = 0; i < parts; i++) {
      checkPart(modal.path("components").path(i), "data.components." + i);
    }
  }

  private static void checkPart(JsonNode part, String path) {
    switch (part.path("type").asInt()) {
      case 1 -> checkInput(part.path("components").path(0), path + ".components.0", true);
      case 18 -> {
        requireLength(part, "label", LONGEST_TITLE, path + ".label");
        checkInput(part.path("component"), path + ".component", false);
      }
      case 10 -> {
        // words between the fields
      }
      default -> throw CommandRules.choices(path + ".type", "(1, 10, 18)");
    }
  }

  private static void checkInput(JsonNode input, String path, boolean labelled) {
    requireLength(input, "custom_id", LONGEST_ID, path + ".custom_id");
    if (labelled) {
      requireLength(input, "label", LONGEST_TITLE, path + ".label");
    }
    int most = input.path("max_length").asInt(4000);
    if (most < 1 || most > 4000 || Words.length(input.path("value").asText("")) > most) {
      throw DiscordRefusedException.badLength(path + ".value", 0, most);
    }
    if (Words.length(input.path("placeholder").asText("")) > LONGEST_ID) {
      throw DiscordRefusedException.tooLong(path + ".placeholder", LONGEST_ID);
    }
  }

  private static void requireLength(JsonNode owner, String field, int most, String path) {
    int length = Words.length(owner.path(field).asText(""));
    if (length < 1 || length > most) {
      throw DiscordRefusedException.badLength(path, 1, most);
    }
  }
}
