package dev.parley.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/// Where the bars are: an annotation is the only part of a chart that is told.
final class PlotFrame extends Annotation {
  /// How much of its length an axis takes, in the middle of it.
  static final double FILLED = 0.98;

  PlotFrame() {
    super(true);
  }

  @Override
  public void paint(Graphics2D g) {
    double left = getXAxisScreenValueForMin();
    double top = getYAxisScreenValueForMin();
    double right = getXAxisScreenValueForMax();
    double bottom = getYAxisScreenValueForMax();
    bounds = new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  double middleOfColumn(int slot, int slots) {
    return bounds.getCenterX() + away(slot, slots) * bounds.getWidth();
  }

  double middleOfRow(int slot, int slots) {
    return bounds.getCenterY() + away(slot, slots) * bounds.getHeight();
  }

  private static double away(int slot, int slots) {
    return FILLED * ((slot + 0.5) / slots - 0.5);
  }
}
