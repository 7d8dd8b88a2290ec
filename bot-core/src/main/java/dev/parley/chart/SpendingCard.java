package dev.parley.chart;

import dev.parley.usage.Spending;
import java.awt.Graphics2D;
import java.io.IOException;

/// The whole picture: a card with a heading above the bars.
final class SpendingCard {
  static final int WIDTH = 900;
  static final int HEIGHT = 420;

  private final Heading heading;
  private final Bars bars;

  private SpendingCard(Heading heading, Bars bars) {
    this.heading = heading;
    this.bars = bars;
  }

  static SpendingCard of(Spending spending) {
    Scale scale = Scale.of(spending);
    Bars bars =
        NameBars.suit(spending) ? new NameBars(spending, scale) : new DayBars(spending, scale);
    return new SpendingCard(new Heading(spending, scale), bars);
  }

  byte[] png() throws IOException {
    return Card.png(WIDTH, HEIGHT, this::paint);
  }

  private void paint(Graphics2D g) {
    heading.paint(g, WIDTH);
    g.translate(0, Heading.HEIGHT);
    bars.paint(g);
    g.translate(0, -Heading.HEIGHT);
  }
}
