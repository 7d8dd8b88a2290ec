package dev.parley.chart;

import java.awt.Color;
import java.util.List;

/// The colours of pictures: quiet on a light card, which stands out on light and dark pages.
final class Palette {
  static final Color CARD = new Color(0xF8F9FB);
  static final Color EDGE = new Color(0xD9DDE3);
  static final Color GRID = new Color(0xE3E6EB);
  static final Color TEXT = new Color(0x1F2430);
  static final Color FAINT = new Color(0x5B6370);
  static final Color CAP = new Color(0xB3261E);
  static final Color OTHERS = new Color(0xA7ADB7);

  /// Neighbours differ in lightness as well, for people who tell few colours apart.
  static final List<Color> SERIES =
      List.of(
          new Color(0x3B6FB6),
          new Color(0xF0A33A),
          new Color(0x1F8A70),
          new Color(0xCC79A7),
          new Color(0x332288),
          new Color(0x88CCEE),
          new Color(0x8C4A2F),
          new Color(0xB8B83A));

  private Palette() {}
}
