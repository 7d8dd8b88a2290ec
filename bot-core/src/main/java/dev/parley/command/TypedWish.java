package dev.parley.command;

import dev.parley.message.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A typed line that asks the model for something: `/imagine a red fox`.
///
/// @param text what of
public record TypedWish(CommandSpec spec, Wish wish, String text) {
  /// What a line wishes; empty where it is another command, or does not say what of.
  public static Optional<TypedWish> of(String line, List<CommandSpec> specs) {
    return specs.stream().flatMap(spec -> of(line, spec).stream()).findFirst();
  }

  private static Optional<TypedWish> of(String line, CommandSpec spec) {
    String typed = line.strip();
    if (spec.wish().isEmpty() || !typed.matches("(?is)" + spec.line() + "(?!\\S).*")) {
      return Optional.empty();
    }
    Map<String, String> options =
        TypedOptions.read(spec.options(), typed.substring(spec.line().length()).strip());
    String option = spec.options().getFirst().name();
    return Optional.ofNullable(options.get(option))
        .map(text -> text.replaceFirst("^" + option + ":", "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> new TypedWish(spec, spec.wish().get(), text));
  }
}
