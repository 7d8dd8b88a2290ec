package dev.parley.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.style.PieStyler;

/// Parts of a whole, with their names, amounts and shares beside them.
final class PiePlot implements Plot {
  private static final int MOST = Palette.SERIES.size();
  private static final int PIE_WIDTH = 400;
  private static final double NAMES = PIE_WIDTH + 20;
  private static final double NAME_ROOM = 290;
  private static final double LINE = 30;
  private static final double SWATCH = 14;
  private static final double BORDER = 2;

  private final List<Slice> slices;
  private final BigDecimal whole;

  private record Slice(String name, Color color, BigDecimal value) {}

  PiePlot(Figure figure) {
    this.slices = slices(figure);
    this.whole = slices.stream().map(Slice::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// In their order; where there are too many for the colours, the smallest are one.
  private static List<Slice> slices(Figure figure) {
    List<BigDecimal> values = figure.series().getFirst().values();
    List<Integer> bySize =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing((Integer at) -> values.get(at)).reversed())
            .toList();
    List<Slice> slices = new ArrayList<>();
    for (int at : bySize.stream().limit(MOST).sorted().toList()) {
      slices.add(
          new Slice(figure.labels().get(at), Palette.SERIES.get(slices.size()), values.get(at)));
    }
    if (values.size() > MOST) {
      BigDecimal rest =
          bySize.stream().skip(MOST).map(values::get).reduce(BigDecimal.ZERO, BigDecimal::add);
      slices.add(new Slice("others", Palette.OTHERS, rest));
    }
    return slices;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    PieChart chart = new PieChart(PIE_WIDTH, height);
    style(chart.getStyler());
    for (Slice slice : slices) {
      chart.addSeries(slice.color().toString(), share(slice)).setFillColor(slice.color());
    }
    chart.paint(g, PIE_WIDTH, height);
    double top = (height - slices.size() * LINE) / 2;
    for (int number = 0; number < slices.size(); number++) {
      name(g, slices.get(number), top + (number + 0.5) * LINE);
    }
  }

  private void style(PieStyler styler) {
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    styler.setLabelsVisible(false);
    styler.setChartBackgroundColor(Palette.CARD);
    styler.setPlotBackgroundColor(Palette.CARD);
    styler.setPlotBorderVisible(false);
    styler.setChartPadding(Look.PADDING);
    styler.setSliceBorderWidth(slices.size() == 1 ? 0 : BORDER);
    styler.setCircular(true);
  }

  private double share(Slice slice) {
    return slice.value().divide(whole, 9, RoundingMode.HALF_UP).doubleValue();
  }

  private void name(Graphics2D g, Slice slice, double middle) {
    g.setColor(slice.color());
    g.fillRect((int) NAMES, (int) (middle - SWATCH / 2), (int) SWATCH, (int) SWATCH);
    String amount = "%s (%.1f %%)".formatted(Amounts.words(slice.value()), 100 * share(slice));
    String name = Lettering.LABEL.fitted(slice.name(), NAME_ROOM);
    double x = NAMES + SWATCH + 10;
    Lettering.LABEL.write(g, Palette.TEXT, name, x, middle + 5);
    Lettering.LABEL.write(
        g, Palette.FAINT, amount, x + Lettering.LABEL.width(name) + 12, middle + 5);
  }
}
