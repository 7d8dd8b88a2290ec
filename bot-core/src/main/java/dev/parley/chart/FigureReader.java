package dev.parley.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.chart.Figure.Kind;
import dev.parley.chart.Figure.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads a wished chart from the arguments of a call, and says what is wrong with it.
final class FigureReader {
  static final int MOST_SERIES = 8;
  static final int MOST_BARS = 60;
  static final int MOST_VALUES = 400;
  static final int MOST_SLICES = 12;

  private static final BigDecimal LARGEST = new BigDecimal("1E+15");
  private static final int LONGEST = 200;

  private FigureReader() {}

  /// What came of reading.
  sealed interface Reading {}

  record Drawable(Figure figure) implements Reading {}

  /// @param why for the model
  record Wrong(String why) implements Reading {}

  private static final class WrongException extends Exception {
    private static final long serialVersionUID = 1;

    WrongException(String why) {
      super(why);
    }
  }

  static Reading read(JsonNode arguments) {
    try {
      Figure figure =
          new Figure(
              kind(arguments),
              text(arguments, "title"),
              text(arguments, "x_title"),
              text(arguments, "y_title"),
              labels(arguments.path("labels")),
              series(arguments.path("series")));
      check(figure);
      return new Drawable(withLabels(figure));
    } catch (WrongException wrong) {
      return new Wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static Kind kind(JsonNode arguments) throws WrongException {
    String word = arguments.path("kind").asText("").toLowerCase(Locale.ROOT);
    return Stream.of(Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new WrongException("kind must be bar, line, area, pie or scatter"));
  }

  private static String text(JsonNode arguments, String name) {
    String text = arguments.path(name).asText("").strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static List<String> labels(JsonNode labels) {
    return labels.valueStream().map(JsonNode::asText).map(String::strip).toList();
  }

  private static List<Series> series(JsonNode all) throws WrongException {
    if (all.isEmpty() || all.size() > MOST_SERIES) {
      throw new WrongException("series must have 1 to %d entries".formatted(MOST_SERIES));
    }
    List<Series> series = new ArrayList<>();
    for (JsonNode one : all) {
      series.add(new Series(text(one, "name"), numbers(one, "x"), numbers(one, "values")));
    }
    return series;
  }

  private static List<BigDecimal> numbers(JsonNode series, String name) throws WrongException {
    List<BigDecimal> numbers = new ArrayList<>();
    for (JsonNode value : series.path(name)) {
      numbers.add(
          number(value)
              .orElseThrow(
                  () ->
                      new WrongException(
                          "%s must have numbers only, of at most 10^15, not %s"
                              .formatted(name, value))));
    }
    return numbers;
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble())
        ? Optional.of(value.decimalValue()).filter(one -> one.abs().compareTo(LARGEST) <= 0)
        : Optional.empty();
  }

  private static void check(Figure figure) throws WrongException {
    int most =
        switch (figure.kind()) {
          case BAR -> MOST_BARS;
          case LINE, AREA, SCATTER -> MOST_VALUES;
          case PIE -> MOST_SLICES;
        };
    for (Series series : figure.series()) {
      if (series.values().isEmpty() || series.values().size() > most) {
        throw new WrongException("values must have 1 to %d numbers for this kind".formatted(most));
      }
      checkOrder(figure, series);
    }
    if (figure.kind() == Kind.PIE) {
      checkPie(figure);
    }
  }

  private static void checkOrder(Figure figure, Series series) throws WrongException {
    int count = series.values().size();
    if (figure.kind() == Kind.SCATTER) {
      if (series.across().size() != count) {
        throw new WrongException("a scatter plot needs an x for each of the values");
      }
      return;
    }
    int labels =
        figure.labels().isEmpty()
            ? figure.series().getFirst().values().size()
            : figure.labels().size();
    if (count != labels) {
      throw new WrongException(
          "each series needs as many values as there are labels: %d, not %d"
              .formatted(labels, count));
    }
  }

  private static void checkPie(Figure figure) throws WrongException {
    List<BigDecimal> values = figure.series().getFirst().values();
    if (figure.series().size() > 1
        || values.stream().anyMatch(value -> value.signum() < 0)
        || values.stream().noneMatch(value -> value.signum() > 0)) {
      throw new WrongException(
          "a pie has one series, no negative values, and at least one above 0");
    }
  }

  private static Figure withLabels(Figure figure) {
    if (figure.kind() == Kind.SCATTER || !figure.labels().isEmpty()) {
      return figure;
    }
    return new Figure(
        figure.kind(),
        figure.title(),
        figure.horizontal(),
        figure.vertical(),
        IntStream.rangeClosed(1, figure.series().getFirst().values().size())
            .mapToObj(Integer::toString)
            .toList(),
        figure.series());
  }
}
