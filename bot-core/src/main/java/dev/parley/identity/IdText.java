package dev.parley.identity;

/// The rule that all ids from outside share: some text, of bounded length, without control
/// characters and without halves of characters.
final class IdText {
  static final int MOST_CHARACTERS = 200;

  private IdText() {}

  static String checked(String what, String value) {
    if (value.isBlank() || value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          what + " needs 1 to " + MOST_CHARACTERS + " characters, not " + value.length());
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " must not contain control characters");
    }
    if (value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new IllegalArgumentException(what + " must be well-formed Unicode");
    }
    return value;
  }
}
