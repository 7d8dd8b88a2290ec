package dev.parley.demo;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The colours that the demo model paints with.
enum Paint {
  RED(0xd64545, "red"),
  ORANGE(0xe8833a, "orange"),
  YELLOW(0xf0c330, "yellow golden gold"),
  GREEN(0x3f9e5a, "green"),
  TURQUOISE(0x2ba8a4, "turquoise teal cyan"),
  BLUE(0x3b6fd4, "blue"),
  PURPLE(0x8450c4, "purple violet"),
  PINK(0xe070a8, "pink"),
  BROWN(0x8a5a36, "brown"),
  GREY(0x80868f, "grey gray"),
  BLACK(0x23262b, "black"),
  WHITE(0xffffff, "white");

  private final int rgb;
  private final String words;

  Paint(int rgb, String words) {
    this.rgb = rgb;
    this.words = words;
  }

  Color colour() {
    return new Color(rgb);
  }

  /// What people call it, its usual name first.
  private List<String> named() {
    return List.of(words.split(" "));
  }

  String word() {
    return named().getFirst();
  }

  /// The first colour that a text names.
  static Optional<Paint> in(String text) {
    return Words.in(text).stream()
        .flatMap(word -> Arrays.stream(values()).filter(paint -> paint.named().contains(word)))
        .findFirst();
  }
}
