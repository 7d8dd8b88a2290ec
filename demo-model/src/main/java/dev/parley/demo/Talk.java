package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The conversation in a request: who said what, the question last.
record Talk(GeminiRequest request, List<Line> lines) {
  /// In group conversations the name stands before what was said.
  private static final Pattern SPEAKER =
      Pattern.compile("(?s)(\\p{Lu}[\\p{L}\\p{M}\\p{N} ._'-]{0,40}): (.*)");

  private static final Set<String> NO_NAMES =
      Set.of(
          "Note",
          "Question",
          "Answer",
          "Summary",
          "Example",
          "Hint",
          "Warning",
          "Todo",
          "PS",
          "Make a picture");

  static Talk of(GeminiRequest request) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode content : request.contents()) {
      String text = GeminiRequest.textOf(content);
      if (text.isBlank() || isShowing(text)) {
        continue;
      }
      if (GeminiRequest.spokenByModel(content)) {
        lines.add(new Line(Optional.empty(), true, Notice.without(text)));
      } else {
        lines.addAll(linesOf(text));
      }
    }
    return new Talk(request, List.copyOf(lines));
  }

  /// What shows the model what its tools made, or what documents hold, is said by nobody.
  private static boolean isShowing(String text) {
    return text.startsWith("[You made ") || DocumentQuotes.isTold(text);
  }

  /// A text of one person, or of several whose names stand before each one's lines.
  static List<Line> linesOf(String text) {
    List<Line> lines = new ArrayList<>();
    for (String row : text.lines().toList()) {
      Optional<Line> named = named(row);
      if (named.isPresent() || lines.isEmpty()) {
        lines.add(named.orElseGet(() -> new Line(Optional.empty(), false, row)));
      } else {
        Line before = lines.removeLast();
        lines.add(new Line(before.speaker(), false, before.text() + "\n" + row));
      }
    }
    return lines;
  }

  private static Optional<Line> named(String row) {
    Matcher matcher = SPEAKER.matcher(row);
    return matcher.matches() && !NO_NAMES.contains(matcher.group(1))
        ? Optional.of(new Line(Optional.of(matcher.group(1)), false, matcher.group(2)))
        : Optional.empty();
  }

  /// What is to be answered now, without the asker's name.
  String question() {
    return asked().map(Line::text).orElse("");
  }

  Optional<String> asker() {
    return asked().flatMap(Line::speaker);
  }

  /// What people said before the question.
  List<Line> earlierByPeople() {
    List<Line> byPeople = lines.stream().filter(line -> !line.byModel()).toList();
    return byPeople.isEmpty() ? byPeople : byPeople.subList(0, byPeople.size() - 1);
  }

  private Optional<Line> asked() {
    return lines.reversed().stream().filter(line -> !line.byModel()).findFirst();
  }

  /// The last content, which is what is new.
  JsonNode latest() {
    return request.contents().getLast();
  }
}
