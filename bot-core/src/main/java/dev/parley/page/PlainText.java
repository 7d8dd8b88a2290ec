package dev.parley.page;

import dev.parley.attachment.TextContent;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what a host sent as letters.
final class PlainText {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

  /// Bytes of UTF-8.
  private static final int LONGEST_LETTER = 4;

  private PlainText() {}

  /// The encoding that a host told, where it is one that is known.
  static Optional<Charset> charset(String mediaType) {
    Matcher told = CHARSET.matcher(mediaType);
    try {
      return told.find() && Charset.isSupported(told.group(1))
          ? Optional.of(Charset.forName(told.group(1)))
          : Optional.empty();
    } catch (IllegalCharsetNameException none) {
      return Optional.empty();
    }
  }

  /// The text that these bytes are; empty where they are something else.
  ///
  /// @param cut whether more followed
  static Optional<String> of(byte[] bytes, Optional<Charset> told, boolean cut) {
    byte[] whole = cut ? withoutHalfLetter(bytes) : bytes;
    Optional<String> text =
        hasMark(whole)
            ? TextContent.of(whole)
            : told.map(charset -> new String(whole, charset)).or(() -> TextContent.of(whole));
    return text.map(InvisibleLetters::removed);
  }

  /// UTF-8 says with each byte whether a letter begins there; the last one is left out, as it may
  /// have been longer.
  private static byte[] withoutHalfLetter(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes.length - end < LONGEST_LETTER && (bytes[end - 1] & 0xC0) == 0x80) {
      end--;
    }
    return end > 0 && (bytes[end - 1] & 0xC0) == 0xC0 ? Arrays.copyOf(bytes, end - 1) : bytes;
  }

  /// Whether they begin with what tells UTF-8 or UTF-16, whatever a host says.
  private static boolean hasMark(byte[] bytes) {
    return Stream.of("efbbbf", "feff", "fffe")
        .map(HexFormat.of()::parseHex)
        .anyMatch(
            mark ->
                bytes.length >= mark.length
                    && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length));
  }
}
