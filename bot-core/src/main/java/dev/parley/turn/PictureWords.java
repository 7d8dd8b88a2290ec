package dev.parley.turn;

/// Describes the pictures of an answer to people who cannot see them: by what was asked for.
final class PictureWords {
  private static final int LONGEST_QUESTION = 100;

  private PictureWords() {}

  static String of(String asked) {
    String question = shortened(asked);
    return question.isEmpty() ? "Picture by the bot" : "Picture for: " + question;
  }

  private static String shortened(String question) {
    String line = question.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_QUESTION) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_QUESTION);
    int end =
        space > LONGEST_QUESTION / 2 ? space : line.offsetByCodePoints(0, LONGEST_QUESTION / 2);
    return line.substring(0, end) + "…";
  }
}
