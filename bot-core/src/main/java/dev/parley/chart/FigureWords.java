package dev.parley.chart;

import dev.parley.chart.Figure.Series;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A chart in words, for people who cannot see it.
final class FigureWords {
  private static final int LONGEST = 1_000;
  private static final int MOST_VALUES = 60;

  private FigureWords() {}

  static String of(Figure figure) {
    String title = figure.title().isEmpty() ? "" : " \"" + figure.title() + "\"";
    String meaning = figure.vertical().isEmpty() ? "" : " (" + figure.vertical() + ")";
    String words =
        figure.series().stream()
            .map(series -> named(series) + values(figure, series))
            .collect(Collectors.joining("; ", figure.kind().title() + title + meaning + ": ", "."));
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  private static String named(Series series) {
    return series.name().isEmpty() ? "" : series.name() + ": ";
  }

  private static String values(Figure figure, Series series) {
    int count = series.values().size();
    String shown =
        IntStream.range(0, Math.min(count, MOST_VALUES))
            .mapToObj(at -> value(figure, series, at))
            .collect(Collectors.joining(", "));
    return count <= MOST_VALUES ? shown : shown + ", and %d more".formatted(count - MOST_VALUES);
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String value(Figure figure, Series series, int at) {
    String value = number(series.values().get(at));
    return figure.kind() == Figure.Kind.SCATTER
        ? "(%s, %s)".formatted(number(series.across().get(at)), value)
        : figure.labels().get(at) + " " + value;
  }
}
