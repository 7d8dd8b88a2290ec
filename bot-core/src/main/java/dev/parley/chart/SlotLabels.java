package dev.parley.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Labels under slots of a chart that do not run into each other: side by side, slanted where they
/// are too long for that, and some left out where there are too many.
final class SlotLabels {
  private static final double BETWEEN = 10;
  private static final double WIDEST = 180;
  private static final double NARROWEST_SLANT = 17;
  private static final double LINE = 18;
  private static final double SLANT = Math.sqrt(0.5);
  private static final double ABOVE = 6;

  private final List<String> labels;
  private final boolean slanted;
  private final int step;
  private final double longest;

  SlotLabels(List<String> all, double slotWidth) {
    List<String> whole = all.stream().map(label -> Lettering.LABEL.fitted(label, WIDEST)).toList();
    double wide = Lettering.LABEL.widest(whole);
    boolean fits = wide + BETWEEN <= slotWidth;
    this.slanted = !fits && slotWidth >= NARROWEST_SLANT;
    this.labels = whole;
    this.longest = wide;
    this.step = fits || slanted ? 1 : Math.max(1, (int) Math.ceil((wide + BETWEEN) / slotWidth));
  }

  /// How high the room is that they take.
  int height() {
    return (int) Math.ceil(slanted ? longest * SLANT + LINE : LINE) + 4;
  }

  /// How much further to the left than the first slot's middle slanted ones reach.
  double overhang(double slotWidth) {
    return slanted
        ? IntStream.range(0, labels.size())
            .mapToDouble(slot -> Lettering.LABEL.width(labels.get(slot)) * SLANT - slot * slotWidth)
            .max()
            .orElse(0)
        : 0;
  }

  /// The latest always has its label.
  ///
  /// @param middle of each slot, from the left
  void paint(Graphics2D g, IntToDoubleFunction middle, double top, double rightmost) {
    for (int slot = labels.size() - 1; slot >= 0; slot -= step) {
      String label = labels.get(slot);
      double x = middle.applyAsDouble(slot);
      if (slanted) {
        Lettering.LABEL.slant(g, Palette.FAINT, label, x + ABOVE, top + ABOVE + 4);
      } else {
        double width = Lettering.LABEL.width(label);
        double left = Math.min(x - width / 2, rightmost - width);
        Lettering.LABEL.write(g, Palette.FAINT, label, Math.max(4, left), top + LINE);
      }
    }
  }
}
