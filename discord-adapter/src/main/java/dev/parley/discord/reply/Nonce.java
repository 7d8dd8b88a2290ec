package dev.parley.discord.reply;

import dev.parley.identity.MessageId;
import java.util.HexFormat;

/// What Discord knows a message again by when it is sent twice: at most 25 characters ("Create
/// Message", nonce), and the same on all instances.
final class Nonce {
  private static final int RADIX = 36;

  private Nonce() {}

  /// Of a first message there is one whatever it says; the others are posted when all is known. One
  /// that is posted instead of a deleted one is known by that as well: everybody who finds it gone
  /// posts the same, and Discord does not give the deleted one back.
  static String of(MessageId turn, Page page, int number) {
    String told = (number == 0 ? "" : page.content()) + page.instead().orElse("");
    String part = brief(turn.value()) + "-" + number;
    return told.isEmpty() ? part : part + "-" + HexFormat.of().toHexDigits(told.hashCode());
  }

  private static String brief(String id) {
    return id.matches("\\d{10,19}")
        ? Long.toString(Long.parseLong(id), RADIX)
        : HexFormat.of().toHexDigits(id.hashCode());
  }
}
