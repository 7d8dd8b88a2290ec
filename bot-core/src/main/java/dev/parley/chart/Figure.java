package dev.parley.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// A chart that somebody wishes.
///
/// @param horizontal what the axis from left to right means; may be empty
/// @param vertical what the amounts mean; may be empty
/// @param labels of the amounts, in their order; none of points
record Figure(
    Kind kind,
    String title,
    String horizontal,
    String vertical,
    List<String> labels,
    List<Series> series) {

  /// What it looks like.
  enum Kind {
    BAR("Bar chart"),
    LINE("Line chart"),
    AREA("Area chart"),
    PIE("Pie chart"),
    SCATTER("Scatter plot");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// As people call it.
    String title() {
      return title;
    }

    /// As a model calls it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Amounts of one thing.
  ///
  /// @param name may be empty
  /// @param across where points are, from left to right; none of amounts with labels
  record Series(String name, List<BigDecimal> across, List<BigDecimal> values) {
    Series {
      across = List.copyOf(across);
      values = List.copyOf(values);
    }
  }

  Figure {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
  }
}
