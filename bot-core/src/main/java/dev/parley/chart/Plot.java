package dev.parley.chart;

import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.util.List;

/// What a chart shows below its heading.
sealed interface Plot permits SlotPlot, PointPlot, PiePlot {
  int LEGEND_ROOM = 150;

  /// Paints it into this much room.
  void paint(Graphics2D g, int width, int height);

  static Plot of(Figure figure) {
    return switch (figure.kind()) {
      case BAR, LINE, AREA -> new SlotPlot(figure);
      case SCATTER -> new PointPlot(figure);
      case PIE -> new PiePlot(figure);
    };
  }

  static List<BigDecimal> values(Figure figure) {
    return figure.series().stream().flatMap(series -> series.values().stream()).toList();
  }

  /// Whether it takes names to tell the series apart.
  static boolean needsLegend(Figure figure) {
    return figure.series().size() > 1;
  }
}
