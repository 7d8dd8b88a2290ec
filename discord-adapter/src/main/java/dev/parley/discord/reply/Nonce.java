package dev.parley.discord.reply;

import dev.parley.identity.MessageId;
import java.util.HexFormat;

/// What Discord knows a message again by when it is sent twice: at most 25 characters ("Create
/// Message", nonce), and the same on all instances.
final class Nonce {
  private static final int RADIX = 36;

  private Nonce() {}

  /// Of a first message there is one whatever it says; the others are posted when all is known.
  static String of(MessageId turn, String content, int number) {
    String id = brief(turn.value());
    return number == 0
        ? id + "-0"
        : id + "-" + number + "-" + HexFormat.of().toHexDigits(content.hashCode());
  }

  private static String brief(String id) {
    return id.matches("\\d{10,19}")
        ? Long.toString(Long.parseLong(id), RADIX)
        : HexFormat.of().toHexDigits(id.hashCode());
  }
}
