package dev.parley.conversation;

/// A rough count of the tokens that a text takes: a quarter of its ASCII characters, and one for
/// each other character, since scripts beyond Latin take about a token a character.
public final class TokenEstimate {
  private static final int ASCII_CHARACTERS_PER_TOKEN = 4;

  private TokenEstimate() {}

  public static int of(String text) {
    long ascii = text.chars().filter(character -> character < 128).count();
    return Math.toIntExact(
        (ascii + ASCII_CHARACTERS_PER_TOKEN - 1) / ASCII_CHARACTERS_PER_TOKEN
            + (text.length() - ascii));
  }
}
