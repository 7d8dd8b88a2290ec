package dev.parley.chart;

import java.awt.Graphics2D;
import java.io.IOException;

/// A wished chart on its card: what it is about, and the plot.
final class FigureCard {
  static final int WIDTH = 900;
  static final int HEIGHT = 480;

  private static final int MARGIN = 24;
  private static final int BASELINE = 36;
  private static final int HEADING = 44;
  private static final int GAP = 12;
  private static final double MEANING_ROOM = 300;

  private final Figure figure;

  FigureCard(Figure figure) {
    this.figure = figure;
  }

  byte[] png() throws IOException {
    return Card.png(WIDTH, HEIGHT, this::paint);
  }

  private void paint(Graphics2D g) {
    double beside = MARGIN;
    String meaning =
        figure.vertical().isEmpty() ? "" : Lettering.LABEL.fitted(figure.vertical(), MEANING_ROOM);
    if (!figure.title().isEmpty()) {
      double room =
          WIDTH - 2 * MARGIN - (meaning.isEmpty() ? 0 : GAP + Lettering.LABEL.width(meaning));
      String title = Lettering.TITLE.fitted(figure.title(), room);
      Lettering.TITLE.write(g, Palette.TEXT, title, MARGIN, BASELINE);
      beside += Lettering.TITLE.width(title) + GAP;
    }
    if (!meaning.isEmpty()) {
      Lettering.LABEL.write(g, Palette.FAINT, meaning, beside, BASELINE);
    }
    g.translate(0, HEADING);
    Plot.of(figure).paint(g, WIDTH, HEIGHT - HEADING);
    g.translate(0, -HEADING);
  }
}
