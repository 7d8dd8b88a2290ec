package dev.parley.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/// Reads texts: in UTF-8, in UTF-16 where they begin with its mark, and in older encodings where
/// the letters leave little doubt.
public final class TextContent {
  /// Of a hundred.
  private static final int LEAST_CONFIDENCE = 30;

  private static final int LOOKED_AT = 64 << 10;

  private TextContent() {}

  /// The text that these bytes are; empty where they are something else.
  public static Optional<String> of(byte[] bytes) {
    Optional<String> text =
        decoded(bytes, isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.or(() -> inOlderEncoding(bytes)).filter(TextContent::isWords);
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static Optional<String> inOlderEncoding(byte[] bytes) {
    for (byte one : bytes) {
      if (isControl(one & 0xFF)) {
        return Optional.empty();
      }
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes.length > LOOKED_AT ? Arrays.copyOf(bytes, LOOKED_AT) : bytes);
    CharsetMatch match = detector.detect();
    return match != null
            && match.getConfidence() >= LEAST_CONFIDENCE
            && Charset.isSupported(match.getName())
        ? decoded(bytes, Charset.forName(match.getName()))
            .filter(text -> text.chars().noneMatch(TextContent::isLateControl))
        : Optional.empty();
  }

  /// What no words have, but numbers that were taken for letters.
  private static boolean isLateControl(int character) {
    return character >= 0x7F && character <= 0x9F && character != 0x85;
  }

  private static boolean isWords(String text) {
    return text.chars().noneMatch(TextContent::isControl);
  }

  private static boolean isControl(int character) {
    return character < ' ' && "\t\n\r\f\u001b\b".indexOf(character) < 0;
  }
}
