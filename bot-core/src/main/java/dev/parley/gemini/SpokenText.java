package dev.parley.gemini;

import com.google.genai.types.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The parts of an answer as Gemini counts them, so that a segment of one is found again in what
/// people see. Pieces of one part that come one after the other are one part.
final class SpokenText {
  private final List<Stretch> stretches = new ArrayList<>();
  private int parts;
  private int visible;

  /// The text of one part.
  ///
  /// @param begin of it in what people see
  private record Stretch(int part, boolean thought, int begin, StringBuilder text) {}

  /// The model said something, or thought it.
  void said(String text, boolean thought) {
    boolean goesOn =
        !stretches.isEmpty()
            && stretches.getLast().part() == parts - 1
            && stretches.getLast().thought() == thought;
    if (!goesOn) {
      stretches.add(new Stretch(parts, thought, visible, new StringBuilder()));
      parts++;
    }
    stretches.getLast().text().append(text);
    visible += thought ? 0 : text.length();
  }

  /// A part that is no text.
  ///
  /// @param shown what people see in its place; may be empty
  void other(String shown) {
    parts++;
    visible += shown.length();
  }

  /// How much people see by now, in characters.
  int visible() {
    return visible;
  }

  /// Where a segment ends in what people see; empty where it is not there. Its offsets are bytes of
  /// a part in UTF-8, or of all text together, as streams have them.
  OptionalInt end(Segment segment) {
    int part = segment.partIndex().orElse(0);
    List<Stretch> said = stretches.stream().filter(stretch -> !stretch.thought()).toList();
    Stream<List<Stretch>> meant =
        Stream.of(said.stream().filter(stretch -> stretch.part() == part).toList(), said);
    return meant
        .flatMap(some -> end(segment, some).stream().boxed())
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  private static OptionalInt end(Segment segment, List<Stretch> some) {
    StringBuilder whole = new StringBuilder();
    some.forEach(stretch -> whole.append(stretch.text()));
    OptionalInt start = Utf8.characters(whole, segment.startIndex().orElse(0));
    OptionalInt end = Utf8.characters(whole, segment.endIndex().orElse(0));
    if (start.isEmpty() || end.isEmpty() || start.getAsInt() >= end.getAsInt()) {
      return OptionalInt.empty();
    }
    String found = whole.substring(start.getAsInt(), end.getAsInt());
    Optional<String> wanted = segment.text().filter(text -> !text.isEmpty());
    return wanted.isEmpty() || wanted.get().equals(found)
        ? shown(some, end.getAsInt())
        : OptionalInt.empty();
  }

  private static OptionalInt shown(List<Stretch> some, int end) {
    int before = 0;
    for (Stretch stretch : some) {
      if (end <= before + stretch.text().length()) {
        return OptionalInt.of(stretch.begin() + end - before);
      }
      before += stretch.text().length();
    }
    return OptionalInt.empty();
  }
}
