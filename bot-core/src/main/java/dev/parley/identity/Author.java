package dev.parley.identity;

import java.util.regex.Pattern;

/// Who wrote a message: the id, and the name that others see.
public record Author(UserId id, String name) {
  /// What ends a line, turns its direction around, or is no character: a name with such things
  /// could pass for what somebody else said.
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");

  public Author {
    name = shown(name);
    IdText.checked("an author's name", name);
  }

  /// A name as others see it: on one line, and in the direction that its letters have. Blank where
  /// nothing of it can be seen.
  public static String shown(String name) {
    return UNFIT.matcher(name).replaceAll(" ").strip();
  }
}
