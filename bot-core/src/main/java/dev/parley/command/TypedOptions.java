package dev.parley.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells which option each word of a typed line is meant for. Words come in the order of the
/// options; one that may be left out is passed over where a word does not fit it, and an
/// option's own name may stand before its value (`by model`, `by:model`). Tagged options take
/// nothing but what is typed so, several words between quotation marks.
final class TypedOptions {
  private static final String ANY_QUOTE = "[\"\u201c\u201d\u201e]";
  private static final Pattern QUOTED =
      Pattern.compile("[^\\s:]+:" + ANY_QUOTE + "[^\"\u201c\u201d]*" + ANY_QUOTE);
  private static final Pattern QUOTES =
      Pattern.compile("\\A" + ANY_QUOTE + "|" + ANY_QUOTE + "\\z");

  private TypedOptions() {}

  static Map<String, String> read(List<CommandOption> options, String line) {
    Map<String, String> values = new HashMap<>();
    List<CommandOption> open =
        new ArrayList<>(options.stream().filter(option -> !option.isFile()).toList());
    String rest = line;
    while (!rest.isEmpty() && !open.isEmpty()) {
      String word = rest.split("\\s+", 2)[0];
      String after = rest.substring(word.length()).strip();
      CommandOption named = named(open, word);
      if (named != null && !after.isEmpty()) {
        rest = after;
        word = rest.split("\\s+", 2)[0];
      }
      CommandOption option = named != null && !after.isEmpty() ? named : meant(open, word);
      String value = typed(option, rest, word);
      values.put(option.name(), option.greedy() ? value : unnamed(option, value));
      open.remove(option);
      rest = rest.substring(value.length()).strip();
    }
    return values;
  }

  /// What of the rest of a line is an option's, with its name where that stands before it.
  private static String typed(CommandOption option, String rest, String word) {
    if (option.isTagged()) {
      Matcher quoted = QUOTED.matcher(rest);
      return quoted.lookingAt() ? quoted.group() : word;
    }
    return option.greedy() ? rest : word;
  }

  /// A value may be typed with its option's name, as it is shown where platforms ask for it.
  private static String unnamed(CommandOption option, String value) {
    String name = option.name() + ":";
    String bare = value.startsWith(name) ? value.substring(name.length()) : value;
    return option.isTagged() ? QUOTES.matcher(bare).replaceAll("") : bare;
  }

  /// The optional one-word option with this name, where it does not take the word itself.
  private static @Nullable CommandOption named(List<CommandOption> open, String word) {
    return open.stream()
        .filter(option -> !option.greedy() && !option.required() && !option.isTagged())
        .filter(option -> option.name().equals(word))
        .filter(_ -> open.stream().noneMatch(other -> takesExactly(other, word)))
        .findFirst()
        .orElse(null);
  }

  private static boolean takesExactly(CommandOption option, String word) {
    return option.choices().contains(word);
  }

  private static CommandOption meant(List<CommandOption> open, String word) {
    for (CommandOption option : open) {
      if (word.startsWith(option.name() + ":")) {
        return option;
      }
    }
    for (CommandOption option : open) {
      if (!option.isTagged() && (option.required() || option.greedy() || option.takes(word))) {
        return option;
      }
    }
    return open.getFirst();
  }
}
