package dev.parley.chart;

import dev.parley.usage.Spending;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;

/// Upright bars, one slot beside the other, whose parts are piled up.
final class DayBars implements Bars {
  private static final int LEGEND_ROOM = 150;

  /// About what axis, legend and padding leave of the width.
  private static final double PLOT = 620;

  /// Slots that are narrower leave labels out rather than cut them.
  private static final double NARROWEST_LABEL = 40;

  private static final double WIDEST_LABEL = 110;
  private static final double BETWEEN_LABELS = 12;
  private static final double WIDEST_BAR = 90;
  private static final double BETWEEN_SUMS = 6;
  private static final int LABELS = 22;
  private static final int BESIDE_LEGEND = 14;
  private static final int ABOVE = 7;

  private final Spending spending;
  private final Scale scale;
  private final CategoryChart chart;
  private final PlotFrame frame = new PlotFrame();
  private final boolean legend;

  DayBars(Spending spending, Scale scale) {
    this.spending = spending;
    this.scale = scale;
    this.chart = new CategoryChart(WIDTH, HEIGHT);
    List<Parts.Part> parts = Parts.of(spending);
    this.legend = parts.size() > 1;
    style(chart.getStyler());
    parts.forEach(this::add);
    chart.addAnnotation(frame);
  }

  /// Names may be there twice, colours are not.
  private void add(Parts.Part part) {
    CategorySeries series =
        chart.addSeries(
            part.color().toString(), null, part.values().stream().map(scale::height).toList());
    series.setLabel(Lettering.LABEL.fitted(part.name(), LEGEND_ROOM));
    series.setFillColor(part.color());
  }

  private void style(CategoryStyler styler) {
    Look.give(styler, legend);
    styler.setStacked(true);
    styler.setAvailableSpaceFill(Math.min(Look.FILLED, WIDEST_BAR / slotWidth()));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setXAxisTicksVisible(false);
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(scale.height(scale.top()));
    styler.setYAxisTickLabelsFormattingFunction(scale::tick);
  }

  private double slotWidth() {
    return PLOT / spending.slots().size();
  }

  @Override
  public void paint(Graphics2D g) {
    chart.paint(g, legend ? WIDTH - BESIDE_LEGEND : WIDTH, HEIGHT - LABELS);
    spending.cap().filter(scale::contains).ifPresent(cap -> Heading.dashed(g, across(cap)));
    labels(g);
    sums(g);
  }

  private Line2D across(BigDecimal amount) {
    double y = chart.getScreenYFromChart(scale.height(amount));
    Rectangle2D plot = frame.getBounds();
    return new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y);
  }

  /// The latest day always has its label.
  private void labels(Graphics2D g) {
    double room = slotWidth() - BETWEEN_LABELS;
    double width = room < NARROWEST_LABEL ? WIDEST_LABEL : room;
    List<String> labels =
        spending.slots().stream().map(slot -> Lettering.LABEL.fitted(slot, width)).toList();
    int step = (int) Math.ceil((Lettering.LABEL.widest(labels) + BETWEEN_LABELS) / slotWidth());
    for (int slot = labels.size() - 1; slot >= 0; slot -= Math.max(1, step)) {
      centred(g, Palette.FAINT, labels.get(slot), slot, HEIGHT - Look.PADDING);
    }
  }

  private void sums(Graphics2D g) {
    List<String> words =
        IntStream.range(0, spending.slots().size())
            .mapToObj(slot -> Amounts.words(spending.sum(slot)))
            .toList();
    if (Lettering.LABEL.widest(words) + BETWEEN_SUMS > slotWidth()) {
      return;
    }
    for (int slot = 0; slot < words.size(); slot++) {
      BigDecimal sum = spending.sum(slot);
      if (sum.signum() > 0) {
        double y = chart.getScreenYFromChart(scale.height(sum)) - ABOVE;
        centred(g, Palette.TEXT, words.get(slot), slot, y);
      }
    }
  }

  /// Under or above the bar's middle, as far as the card allows.
  private void centred(Graphics2D g, Color color, String line, int slot, double y) {
    double width = Lettering.LABEL.width(line);
    double middle = frame.middleOfColumn(slot, spending.slots().size());
    double last = WIDTH - Look.PADDING - width;
    double x = Math.clamp(middle - width / 2, Look.PADDING, Math.max(Look.PADDING, last));
    Lettering.LABEL.write(g, color, line, x, y);
  }
}
