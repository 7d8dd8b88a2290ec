package dev.parley.ingestion;

import java.util.Locale;

/// Numbers as people read them.
final class Amounts {
  private Amounts() {}

  static String bytes(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
  }

  static String of(long many, String things) {
    String number = String.format(Locale.ROOT, "%,d", many);
    return many == 1 ? "1 " + things : number + " " + things + "s";
  }
}
