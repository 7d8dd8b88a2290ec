package dev.parley.chart;

import dev.parley.usage.Spending;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Optional;

/// What stands above the bars: the title, the unit, and what the dashed line means.
final class Heading {
  static final int HEIGHT = 44;

  private static final int MARGIN = 24;
  private static final int BASELINE = 36;
  private static final int GAP = 10;
  private static final int SAMPLE = 28;
  private static final int UNIT_WIDTH = 120;
  private static final BasicStroke DASHES =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 4}, 0);

  private final String title;
  private final String unit;
  private final Optional<String> cap;
  private final boolean inView;

  Heading(Spending spending, Scale scale) {
    this.title = spending.title();
    this.unit = Lettering.LABEL.fitted(spending.unit(), UNIT_WIDTH);
    this.inView = spending.cap().filter(scale::contains).isPresent();
    this.cap =
        spending
            .cap()
            .map(amount -> "cap " + Amounts.words(amount) + " " + unit)
            .map(words -> inView ? words : words + " (out of view)");
  }

  void paint(Graphics2D g, int width) {
    double right =
        cap.map(words -> legend(g, words, width - MARGIN)).orElse((double) width - MARGIN);
    double room = right - MARGIN - GAP - Lettering.LABEL.width(unit);
    String shown = Lettering.TITLE.fitted(title, room);
    Lettering.TITLE.write(g, Palette.TEXT, shown, MARGIN, BASELINE);
    double beside = MARGIN + Lettering.TITLE.width(shown) + GAP;
    Lettering.LABEL.write(g, Palette.FAINT, unit, beside, BASELINE);
  }

  /// Ends at the right, and answers where what is left of it has to end.
  private double legend(Graphics2D g, String words, double right) {
    double left = right - Lettering.LABEL.width(words);
    Lettering.LABEL.write(g, Palette.FAINT, words, left, BASELINE);
    if (inView) {
      left -= SAMPLE + GAP;
      dashed(g, new Line2D.Double(left, BASELINE - 5, left + SAMPLE, BASELINE - 5));
    }
    return left - 2 * GAP;
  }

  static void dashed(Graphics2D g, Line2D line) {
    g.setColor(Palette.CAP);
    g.setStroke(DASHES);
    g.draw(line);
  }
}
