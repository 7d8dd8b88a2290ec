package dev.parley.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// What stands beside a plot to say what its axes mean.
final class PlotTitles {
  private static final int ABOVE_EDGE = 14;

  private PlotTitles() {}

  /// In the middle below the plot.
  ///
  /// @param height where the room for it ends
  static void below(Graphics2D g, String title, Rectangle2D plot, int height) {
    if (!title.isEmpty()) {
      String shown = Lettering.LABEL.fitted(title, plot.getWidth());
      double left = plot.getCenterX() - Lettering.LABEL.width(shown) / 2;
      Lettering.LABEL.write(g, Palette.FAINT, shown, left, height - ABOVE_EDGE);
    }
  }
}
