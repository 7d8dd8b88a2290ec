package dev.parley.chart;

import dev.parley.chart.Figure.Kind;
import dev.parley.chart.Figure.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Bars, lines or areas over slots that have labels.
final class SlotPlot implements Plot {
  /// About what the axis and the padding leave of the width, without and with a legend.
  private static final double PLOT = 790;

  private static final double PLOT_BESIDE_LEGEND = 620;
  /// About what stands to the left of the first slot's middle.
  private static final double BEFORE_SLOTS = 34;

  private static final double WIDEST_BAR = 90;
  private static final int MOST_MARKED = 60;
  private static final int MARK = 7;
  private static final float LINE = 2.5f;
  private static final int SEE_THROUGH = 80;
  private static final int BESIDE_LEGEND = 14;
  private static final int TITLE = 22;

  private final Figure figure;
  private final Span span;
  private final boolean legend;
  private final SlotLabels labels;
  private final PlotFrame frame = new PlotFrame();

  SlotPlot(Figure figure) {
    this.figure = figure;
    this.span =
        Span.of(Plot.values(figure), figure.kind() != Kind.LINE || startsNearNothing(figure));
    this.legend = Plot.needsLegend(figure);
    this.labels = new SlotLabels(figure.labels(), slotWidth());
  }

  /// Lines far from nothing would be flat where nothing was on the axis.
  private static boolean startsNearNothing(Figure figure) {
    BigDecimal least = Plot.values(figure).stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal most = Plot.values(figure).stream().reduce(BigDecimal::max).orElseThrow();
    return least.signum() * most.signum() <= 0
        || least
                .abs()
                .min(most.abs())
                .multiply(BigDecimal.TWO)
                .compareTo(least.abs().max(most.abs()))
            <= 0;
  }

  private double slotWidth() {
    return (legend ? PLOT_BESIDE_LEGEND : PLOT) / figure.labels().size();
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    int below = labels.height() + (figure.horizontal().isEmpty() ? 0 : TITLE);
    int left = (int) Math.max(0, labels.overhang(slotWidth()) - BEFORE_SLOTS);
    int right = legend ? BESIDE_LEGEND : 0;
    g.translate(left, 0);
    CategoryChart chart = chart(width - left, height - below);
    chart.paint(g, width - left - right, height - below);
    if (figure.kind() == Kind.AREA) {
      fill(g, chart);
    }
    axis(g, chart);
    Rectangle2D plot = frame.getBounds();
    labels.paint(g, this::middle, plot.getMaxY(), width - left - Look.PADDING);
    PlotTitles.below(g, figure.horizontal(), plot, height);
    g.translate(-left, 0);
  }

  private double middle(int slot) {
    return frame.middleOfColumn(slot, figure.labels().size());
  }

  /// Where nothing is.
  private void axis(Graphics2D g, CategoryChart chart) {
    if (span.holdsNothing()) {
      double y = chart.getScreenYFromChart(0);
      g.setColor(Palette.FAINT);
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(frame.getBounds().getMinX(), y, frame.getBounds().getMaxX(), y));
    }
  }

  /// XChart would fill what is below nothing from the bottom.
  private void fill(Graphics2D g, CategoryChart chart) {
    for (int number = 0; number < figure.series().size(); number++) {
      Color color = Palette.SERIES.get(number);
      g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), SEE_THROUGH));
      List<BigDecimal> values = figure.series().get(number).values();
      Path2D area = new Path2D.Double();
      area.moveTo(middle(0), chart.getScreenYFromChart(0));
      for (int slot = 0; slot < values.size(); slot++) {
        area.lineTo(middle(slot), chart.getScreenYFromChart(span.place(values.get(slot))));
      }
      area.lineTo(middle(values.size() - 1), chart.getScreenYFromChart(0));
      area.closePath();
      g.fill(area);
    }
  }

  private CategoryChart chart(int width, int height) {
    CategoryChart chart = new CategoryChart(width, height);
    style(chart.getStyler());
    for (int number = 0; number < figure.series().size(); number++) {
      add(chart, figure.series().get(number), Palette.SERIES.get(number));
    }
    chart.addAnnotation(frame);
    return chart;
  }

  private void style(CategoryStyler styler) {
    Look.give(styler, legend);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setXAxisTicksVisible(false);
    // bars stand beside each other, points of a slot above each other
    styler.setOverlapped(figure.kind() != Kind.BAR);
    styler.setAvailableSpaceFill(
        Math.min(Look.FILLED, WIDEST_BAR * figure.series().size() / slotWidth()));
    styler.setYAxisMin(span.place(span.from()));
    styler.setYAxisMax(span.place(span.to()));
    styler.setYAxisTickLabelsFormattingFunction(span::tick);
    styler.setMarkerSize(MARK);
  }

  /// Names and labels may be there twice, colours and numbers are not.
  private void add(CategoryChart chart, Series one, Color color) {
    CategorySeries series =
        chart.addSeries(
            color.toString(),
            IntStream.range(0, figure.labels().size()).boxed().toList(),
            one.values().stream().map(span::place).toList());
    series.setLabel(Lettering.LABEL.fitted(one.name(), LEGEND_ROOM));
    series.setFillColor(color);
    if (figure.kind() != Kind.BAR) {
      line(series, color);
    }
  }

  private void line(CategorySeries series, Color color) {
    series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarkerColor(color);
    series.setMarker(
        figure.labels().size() <= MOST_MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }
}
