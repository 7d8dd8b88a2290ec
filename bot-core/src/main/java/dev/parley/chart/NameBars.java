package dev.parley.chart;

import dev.parley.usage.Spending;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.style.HorizontalBarStyler;

/// Lying bars, each beside its name.
final class NameBars implements Bars {
  /// More would be lower than their names.
  private static final int MOST = 14;

  private static final double LABEL_UNDER_BARS = 780;
  private static final double BETWEEN_LABELS = 12;
  private static final double NAME_ROOM = 200;
  private static final double HIGHEST_BAR = 34;
  private static final double PLOT = 290;
  private static final int BETWEEN_TICKS = 90;
  private static final int BESIDE = 8;
  private static final int HALF_LINE = 5;

  private final Spending spending;
  private final Scale scale;
  private final List<String> names;
  private final HorizontalBarChart chart;
  private final PlotFrame frame = new PlotFrame();

  NameBars(Spending spending, Scale scale) {
    this.spending = spending;
    this.scale = scale;
    this.chart = new HorizontalBarChart(WIDTH, HEIGHT);
    style(chart.getStyler());
    this.names =
        spending.slots().stream().map(slot -> Lettering.LABEL.fitted(slot, NAME_ROOM)).toList();
    chart
        .addSeries(
            "all",
            spending.series().getFirst().values().stream().map(scale::height).toList(),
            names)
        .setFillColor(Palette.SERIES.getFirst());
    chart.addAnnotation(frame);
  }

  /// Whether labels are too long to stand under upright bars. Only one series can lie.
  static boolean suit(Spending spending) {
    int slots = spending.slots().size();
    double room = LABEL_UNDER_BARS / slots - BETWEEN_LABELS;
    return spending.series().size() == 1
        && slots <= MOST
        && spending.slots().stream()
            .anyMatch(slot -> Lettering.LABEL.width(Lettering.LABEL.fitted(slot, 1e6)) > room);
  }

  private void style(HorizontalBarStyler styler) {
    Look.give(styler, false);
    styler.setAvailableSpaceFill(
        Math.min(Look.FILLED, HIGHEST_BAR * spending.slots().size() / PLOT));
    styler.setPlotGridHorizontalLinesVisible(false);
    // XChart would set each name by its own ink, and not by a common line
    styler.setYAxisTickLabelsColor(Look.NONE);
    styler.setXAxisTickMarkSpacingHint(BETWEEN_TICKS);
    styler.setXAxisMin(0.0);
    styler.setXAxisMax(scale.height(scale.top()));
    styler.setXAxisTickLabelsFormattingFunction(scale::tick);
  }

  @Override
  public void paint(Graphics2D g) {
    chart.paint(g, WIDTH, HEIGHT);
    spending.cap().filter(scale::contains).ifPresent(cap -> Heading.dashed(g, across(cap)));
    for (int slot = 0; slot < names.size(); slot++) {
      double baseline = frame.middleOfRow(slot, names.size()) + HALF_LINE;
      name(g, names.get(slot), baseline);
      sum(g, spending.sum(slot), baseline);
    }
  }

  private Line2D across(BigDecimal amount) {
    double x = chart.getScreenXFromChart(scale.height(amount));
    Rectangle2D plot = frame.getBounds();
    return new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY());
  }

  private void name(Graphics2D g, String name, double baseline) {
    double x = chart.getScreenXFromChart(0) - BESIDE - Lettering.LABEL.width(name);
    Lettering.LABEL.write(g, Palette.FAINT, name, x, baseline);
  }

  private void sum(Graphics2D g, BigDecimal sum, double baseline) {
    double x = chart.getScreenXFromChart(scale.height(sum)) + BESIDE;
    Lettering.LABEL.write(g, Palette.TEXT, Amounts.words(sum), x, baseline);
  }
}
