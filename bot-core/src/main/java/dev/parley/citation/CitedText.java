package dev.parley.citation;

import dev.parley.message.Draft;
import dev.parley.message.Markdown;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Shows people what an answer rests on: numbers behind the parts that are from a source, and the
/// numbered sources below the text.
public final class CitedText {
  private static final Pattern SHOWN_MARK = Pattern.compile(" ?\\[\\d+]");

  private CitedText() {}

  /// What stands behind the end of a text that still grows; empty where no mark can stand there.
  static String markBehind(String soFar, Set<Integer> numbers) {
    return MarkPlaces.in(soFar)
        .after(soFar.length())
        .filter(place -> place.at() == soFar.length())
        .map(place -> mark(place, numbers))
        .orElse("");
  }

  /// An answer in CommonMark with numbers, and without the list of its sources.
  public static String numbered(String text, Sources sources) {
    return text.isBlank() ? text : marked(text, sources.supports(), Numbering.of(sources));
  }

  /// An answer in CommonMark with its sources; as it is where it has none, or says nothing.
  public static String of(String text, Sources sources) {
    Numbering numbering = Numbering.of(sources);
    String list = SourceList.of(numbering, sources);
    if (text.isBlank() || list.isEmpty()) {
      return text;
    }
    String shown = marked(text, sources.supports(), numbering).stripTrailing();
    return shown + Draft.of(shown).closing() + "\n\n" + list;
  }

  /// Without any marks where they would change how the text reads.
  private static String marked(String text, List<Support> supports, Numbering numbering) {
    NavigableMap<MarkPlaces.Place, Set<Integer>> marks =
        new TreeMap<>(Comparator.comparingInt(MarkPlaces.Place::at));
    MarkPlaces places = MarkPlaces.in(text);
    for (Support support : supports) {
      List<Integer> numbers = numbering.numbers(support);
      if (!numbers.isEmpty()) {
        places
            .after(support.end())
            .ifPresent(at -> marks.computeIfAbsent(at, _ -> new TreeSet<>()).addAll(numbers));
      }
    }
    String marked = inserted(text, marks);
    return unmarkedWords(marked).equals(unmarkedWords(text)) ? marked : text;
  }

  private static String inserted(String text, NavigableMap<MarkPlaces.Place, Set<Integer>> marks) {
    StringBuilder marked = new StringBuilder(text);
    marks
        .descendingMap()
        .forEach((place, numbers) -> marked.insert(place.at(), mark(place, numbers)));
    return marked.toString();
  }

  private static String mark(MarkPlaces.Place place, Set<Integer> numbers) {
    StringBuilder mark = new StringBuilder(place.apart() ? " " : "");
    numbers.forEach(number -> mark.append("\\[").append(number).append("\\]"));
    return mark.toString();
  }

  private static String unmarkedWords(String markdown) {
    return SHOWN_MARK.matcher(Markdown.parse(markdown).words()).replaceAll("");
  }
}
