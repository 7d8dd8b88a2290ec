package dev.parley.conversation;

import dev.parley.attachment.Attachment;

/// A rough count of the tokens that a text takes: a quarter of its ASCII characters, and one for
/// each other character, since scripts beyond Latin take about a token a character.
public final class TokenEstimate {
  private static final int PICTURE = 1_120;
  private static final int PAGE = 560;
  private static final int BYTES_PER_PAGE = 50_000;
  private static final int SECOND_OF_SOUND = 32;
  private static final int SECOND_OF_VIDEO = 102;
  private static final int LEAST_BYTES_PER_SECOND = 2_000;

  private static final int ASCII_CHARACTERS_PER_TOKEN = 4;

  private TokenEstimate() {}

  /// A file: pictures and pages as Gemini 3 counts them (its documentation, "Media resolution"),
  /// sound and video by the second ("Understand and count tokens"). Where nobody counted, the pages
  /// are a guess from the size, and the seconds are those of speech at a low rate.
  public static int of(Attachment file) {
    if (file.isText()) {
      return file.size() / ASCII_CHARACTERS_PER_TOKEN;
    }
    if (file.mediaType().startsWith("image/")) {
      return PICTURE;
    }
    if (file.mediaType().startsWith("audio/")) {
      return SECOND_OF_SOUND * counted(file, LEAST_BYTES_PER_SECOND);
    }
    if (file.mediaType().startsWith("video/")) {
      return SECOND_OF_VIDEO * counted(file, LEAST_BYTES_PER_SECOND);
    }
    return PAGE * counted(file, BYTES_PER_PAGE);
  }

  private static int counted(Attachment file, int bytesEach) {
    return file.extent() > 0 ? file.extent() : 1 + file.size() / bytesEach;
  }

  public static int of(String text) {
    long ascii = text.chars().filter(character -> character < 128).count();
    return Math.toIntExact(
        (ascii + ASCII_CHARACTERS_PER_TOKEN - 1) / ASCII_CHARACTERS_PER_TOKEN
            + (text.length() - ascii));
  }
}
