package dev.parley.chart;

import dev.parley.chart.Figure.Series;
import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Points between two axes.
final class PointPlot implements Plot {
  private static final int MARK = 8;
  private static final int BETWEEN_TICKS = 90;
  private static final int BESIDE_LEGEND = 14;
  private static final int TITLE = 18;

  /// For people who tell few colours apart.
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS,
          SeriesMarkers.OVAL);

  private final Figure figure;
  private final Span across;
  private final Span up;
  private final boolean legend;
  private final PlotFrame frame = new PlotFrame();

  PointPlot(Figure figure) {
    this.figure = figure;
    List<BigDecimal> places =
        figure.series().stream().flatMap(series -> series.across().stream()).toList();
    this.across = Span.of(places, false);
    this.up = Span.of(Plot.values(figure), false);
    this.legend = Plot.needsLegend(figure);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    int below = figure.horizontal().isEmpty() ? 0 : TITLE;
    XYChart chart = new XYChart(width, height - below);
    style(chart.getStyler());
    for (int number = 0; number < figure.series().size(); number++) {
      add(chart, figure.series().get(number), number);
    }
    chart.addAnnotation(frame);
    chart.paint(g, legend ? width - BESIDE_LEGEND : width, height - below);
    PlotTitles.below(g, figure.horizontal(), frame.getBounds(), height);
  }

  private void style(XYStyler styler) {
    Look.give(styler, legend);
    styler.setXAxisTickMarkSpacingHint(BETWEEN_TICKS);
    styler.setXAxisMin(across.place(across.from()));
    styler.setXAxisMax(across.place(across.to()));
    styler.setXAxisTickLabelsFormattingFunction(across::tick);
    styler.setYAxisMin(up.place(up.from()));
    styler.setYAxisMax(up.place(up.to()));
    styler.setYAxisTickLabelsFormattingFunction(up::tick);
    styler.setMarkerSize(MARK);
  }

  private void add(XYChart chart, Series one, int number) {
    Color color = Palette.SERIES.get(number);
    XYSeries series =
        chart.addSeries(
            color.toString(),
            one.across().stream().map(across::place).toList(),
            one.values().stream().map(up::place).toList());
    series.setLabel(Lettering.LABEL.fitted(one.name(), LEGEND_ROOM));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(MARKERS.get(number));
    series.setMarkerColor(color);
  }
}
