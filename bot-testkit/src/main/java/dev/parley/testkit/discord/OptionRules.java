package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// What Discord takes as options of a command (discord.com/developers, "Application Command
/// Option").
final class OptionRules {
  static final int SUB_COMMAND = 1;
  static final int GROUP = 2;
  static final int TEXT = 3;
  static final int INTEGER = 4;
  static final int BOOLEAN = 5;
  static final int USER = 6;
  static final int CHANNEL = 7;
  static final int ROLE = 8;
  static final int NUMBER = 10;
  static final int FILE = 11;

  private static final int MOST = 25;
  private static final int LONGEST = 100;
  private static final int LONGEST_TEXT = 6000;
  private static final Set<Integer> WITH_CHOICES = Set.of(TEXT, INTEGER, NUMBER);

  private OptionRules() {}

  /// Throws [DiscordRefusedException] where the options of a command are not as they must be.
  static void check(JsonNode options, String path) {
    check(options, path, 0);
  }

  /// @param depth 0 in a command, 1 in a group, 2 in a sub-command
  private static void check(JsonNode options, String path, int depth) {
    if (options.size() > MOST) {
      throw DiscordRefusedException.badLength(path, 0, MOST);
    }
    for (int i = 0; i < options.size(); i++) {
      checkOne(options.path(i), path + "." + i + ".", depth, options);
    }
    checkOrder(options, path);
  }

  private static void checkOrder(JsonNode options, String path) {
    Set<String> names = new HashSet<>();
    boolean optional = false;
    for (JsonNode option : options) {
      boolean required = option.path("required").asBoolean();
      if (!names.add(option.path("name").asText())) {
        throw DiscordRefusedException.invalid(
            path, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
      }
      if (required && optional) {
        throw DiscordRefusedException.invalid(
            path,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      optional = !required;
    }
  }

  private static void checkOne(JsonNode option, String path, int depth, JsonNode siblings) {
    int type = option.path("type").asInt();
    if (type < SUB_COMMAND || type > FILE) {
      throw CommandRules.choices(path + "type", "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)");
    }
    CommandRules.checkWords(option, path);
    boolean nested = type <= GROUP;
    if (!fits(type, depth, siblings)) {
      throw DiscordRefusedException.invalid(
          path + "type",
          "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
          "Sub-command and sub-command group option types are mutually exclusive to all other"
              + " types");
    }
    if (nested) {
      check(option.path("options"), path + "options", type == GROUP ? 1 : 2);
    } else {
      checkValue(option, path, type);
    }
  }

  private static boolean fits(int type, int depth, JsonNode siblings) {
    return switch (depth) {
      case 0 -> allAlike(siblings, type <= GROUP);
      case 1 -> type == SUB_COMMAND;
      default -> type > GROUP;
    };
  }

  private static boolean allAlike(JsonNode siblings, boolean nested) {
    for (JsonNode sibling : siblings) {
      if ((sibling.path("type").asInt() <= GROUP) != nested) {
        return false;
      }
    }
    return true;
  }

  private static void checkValue(JsonNode option, String path, int type) {
    JsonNode choices = option.path("choices");
    boolean completed = option.path("autocomplete").asBoolean();
    if ((completed || !choices.isEmpty()) && !WITH_CHOICES.contains(type)) {
      throw DiscordRefusedException.invalid(
          path + "type",
          "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
          "This option type has neither choices nor autocomplete");
    }
    if (completed && !choices.isEmpty()) {
      throw DiscordRefusedException.invalid(
          path + "autocomplete",
          "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES",
          "Autocomplete may not be set to true if choices are present");
    }
    checkChoices(choices, path + "choices", type);
    checkLengths(option, path);
  }

  private static void checkLengths(JsonNode option, String path) {
    if (option.path("max_length").asInt(1) < 1
        || option.path("max_length").asInt(1) > LONGEST_TEXT
        || option.path("min_length").asInt(0) > LONGEST_TEXT) {
      throw DiscordRefusedException.invalid(
          path + "max_length", "NUMBER_TYPE_MAX", "int value should be less than 6001.");
    }
  }

  /// Throws [DiscordRefusedException] where choices are too many or too long.
  static void checkChoices(JsonNode choices, String path, int type) {
    if (choices.size() > MOST) {
      throw DiscordRefusedException.badLength(path, 0, MOST);
    }
    for (int i = 0; i < choices.size(); i++) {
      String inner = path + "." + i + ".";
      int name = Words.length(choices.path(i).path("name").asText(""));
      if (name < 1 || name > LONGEST) {
        throw DiscordRefusedException.badLength(inner + "name", 1, LONGEST);
      }
      CommandRules.localized(choices.path(i), inner, "name_localizations");
      JsonNode value = choices.path(i).path("value");
      boolean right = type == TEXT ? value.isTextual() : value.isNumber();
      if (!right || Words.length(value.asText()) > LONGEST) {
        throw DiscordRefusedException.invalid(
            inner + "value", "BASE_TYPE_BAD_TYPE", "The value does not fit the option");
      }
    }
  }
}
