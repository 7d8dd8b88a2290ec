package dev.parley.launcher.crash;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text of many passages, each of which has a word of its own.
record Volume(int number) {
  static final int PASSAGES = 40;

  /// About a passage together, so that no two paragraphs share one.
  private static final int WORDS = 110;

  String title() {
    return "Volume " + number;
  }

  /// The word of one passage, which is in no other text.
  String word(int passage) {
    return "volume" + number + "passage" + passage + "end";
  }

  List<String> words() {
    return IntStream.range(0, PASSAGES).mapToObj(this::word).toList();
  }

  String text() {
    return words().stream().map(Volume::paragraph).collect(Collectors.joining("\n\n"));
  }

  private static String paragraph(String word) {
    return IntStream.range(0, WORDS)
        .mapToObj(at -> "some" + at)
        .collect(Collectors.joining(" ", word + " ", "."));
  }
}
