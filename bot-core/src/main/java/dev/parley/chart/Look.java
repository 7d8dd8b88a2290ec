package dev.parley.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/// What both forms of bars look like.
final class Look {
  static final int PADDING = 24;

  /// The part of a slot that its bar takes.
  static final double FILLED = 0.72;

  private static final int BETWEEN_TICKS = 60;
  private static final int NO_LABEL_LEFT_OUT = 1000;
  static final Color NONE = new Color(0, true);

  private Look() {}

  static void give(AxesChartStyler styler, boolean legend) {
    styler.setLocale(Locale.ROOT);
    styler.setChartTitleVisible(false);
    styler.setChartBackgroundColor(Palette.CARD);
    styler.setChartFontColor(Palette.TEXT);
    styler.setChartPadding(PADDING);
    styler.setPlotBackgroundColor(Palette.CARD);
    styler.setPlotBorderVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(PlotFrame.FILLED);
    styler.setPlotGridLinesColor(Palette.GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTitlesVisible(false);
    styler.setAxisTickLabelsFont(Lettering.LABEL.font());
    styler.setAxisTickLabelsColor(Palette.FAINT);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTickMarkLength(0);
    styler.setAxisTickPadding(10);
    styler.setXAxisTickMarkSpacingHint(BETWEEN_TICKS);
    styler.setYAxisTickMarkSpacingHint(BETWEEN_TICKS);
    styler.setXAxisMaxLabelCount(NO_LABEL_LEFT_OUT);
    styler.setLegendVisible(legend);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendFont(Lettering.LABEL.font());
    styler.setLegendBackgroundColor(NONE);
    styler.setLegendBorderColor(NONE);
    styler.setLegendPadding(9);
  }
}
