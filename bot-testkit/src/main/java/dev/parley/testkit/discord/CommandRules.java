package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What Discord takes as a command (discord.com/developers, "Application Commands").
final class CommandRules {
  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_DESCRIPTION = 100;
  private static final int LARGEST = 8000;
  private static final Set<String> LOCALES =
      Set.of(
          "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
          "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
          "th", "zh-CN", "ja", "zh-TW", "ko");

  private CommandRules() {}

  /// Throws [DiscordRefusedException] where a command is not as it must be.
  ///
  /// @param path where it stands in what is sent, with a dot at the end unless it is all
  static void check(JsonNode command, String path) {
    int type = command.path("type").asInt(1);
    if (type < 1 || type > 3) {
      throw choices(path + "type", "(1, 2, 3, 4)");
    }
    if (type == CommandKind.SLASH.number()) {
      checkWords(command, path);
      OptionRules.check(command.path("options"), path + "options");
    } else {
      checkMenu(command, path);
    }
    checkPlaces(command, path);
    if (size(command) > LARGEST) {
      throw DiscordRefusedException.invalid(
          path + "name", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }
  }

  /// The name and the description of a command or an option, in all languages.
  static void checkWords(JsonNode owner, String path) {
    checkName(owner.path("name").asText(""), path + "name");
    checkDescription(owner.path("description").asText(""), path + "description");
    for (Map.Entry<String, JsonNode> it : localized(owner, path, "name_localizations")) {
      checkName(it.getValue().asText(), path + "name_localizations." + it.getKey());
    }
    for (Map.Entry<String, JsonNode> it : localized(owner, path, "description_localizations")) {
      checkDescription(it.getValue().asText(), path + "description_localizations." + it.getKey());
    }
  }

  private static void checkName(String name, String path) {
    if (name.isEmpty()) {
      throw DiscordRefusedException.missing(path);
    }
    if (Words.length(name) > LONGEST_NAME) {
      throw DiscordRefusedException.badLength(path, 1, LONGEST_NAME);
    }
    if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
      throw DiscordRefusedException.invalid(
          path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  private static void checkDescription(String description, String path) {
    if (description.isEmpty()) {
      throw DiscordRefusedException.missing(path);
    }
    if (Words.length(description) > LONGEST_DESCRIPTION) {
      throw DiscordRefusedException.badLength(path, 1, LONGEST_DESCRIPTION);
    }
  }

  /// The words in other languages.
  static Set<Map.Entry<String, JsonNode>> localized(JsonNode owner, String path, String field) {
    Set<Map.Entry<String, JsonNode>> words = owner.path(field).properties();
    for (Map.Entry<String, JsonNode> word : words) {
      if (!LOCALES.contains(word.getKey())) {
        throw choices(path + field, LOCALES.toString());
      }
    }
    return words;
  }

  private static void checkMenu(JsonNode command, String path) {
    String name = command.path("name").asText("");
    if (name.isBlank() || Words.length(name) > LONGEST_NAME) {
      throw DiscordRefusedException.badLength(path + "name", 1, LONGEST_NAME);
    }
    for (Map.Entry<String, JsonNode> it : localized(command, path, "name_localizations")) {
      if (Words.length(it.getValue().asText()) > LONGEST_NAME) {
        throw DiscordRefusedException.badLength(path + "name_localizations", 1, LONGEST_NAME);
      }
    }
    refuse(command, path, "description");
    refuse(command, path, "options");
  }

  private static void refuse(JsonNode command, String path, String field) {
    JsonNode value = command.path(field);
    if (value.isTextual() ? !value.asText().isEmpty() : !value.isEmpty()) {
      throw DiscordRefusedException.invalid(
          path + field,
          "APPLICATION_COMMAND_INVALID_" + field.toUpperCase(Locale.ROOT),
          "Context menu commands cannot have " + field);
    }
  }

  private static void checkPlaces(JsonNode command, String path) {
    checkNumbers(command.path("contexts"), Set.of(0, 1, 2), path + "contexts");
    checkNumbers(command.path("integration_types"), Set.of(0, 1), path + "integration_types");
    JsonNode permissions = command.path("default_member_permissions");
    if (!permissions.isMissingNode()
        && !permissions.isNull()
        && !permissions.asText("").matches("\\d+")) {
      throw DiscordRefusedException.invalid(
          path + "default_member_permissions",
          "NUMBER_TYPE_COERCE",
          "Value is not a permission bit set.");
    }
  }

  private static void checkNumbers(JsonNode list, Set<Integer> known, String path) {
    Set<Integer> seen = new HashSet<>();
    for (JsonNode number : list) {
      if (!known.contains(number.asInt(-1))) {
        throw choices(path, known.toString());
      }
      if (!seen.add(number.asInt())) {
        throw DiscordRefusedException.invalid(
            path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
      }
    }
    if (list.isArray() && list.isEmpty()) {
      throw DiscordRefusedException.badLength(path, 1, known.size());
    }
  }

  static DiscordRefusedException choices(String path, String known) {
    return DiscordRefusedException.invalid(
        path, "BASE_TYPE_CHOICES", "Value must be one of " + known + ".");
  }

  /// The sum of all words that people see or that come back.
  private static int size(JsonNode owner) {
    int sum =
        Words.length(owner.path("name").asText(""))
            + Words.length(owner.path("description").asText(""))
            + Words.length(owner.path("value").asText(""));
    for (JsonNode option : owner.path("options")) {
      sum += size(option);
    }
    for (JsonNode choice : owner.path("choices")) {
      sum += size(choice);
    }
    return sum;
  }
}
