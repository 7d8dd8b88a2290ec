package dev.parley.chart;

import java.awt.Graphics2D;

/// The bars of a picture, with axes, legend, sums, and the cap across them.
sealed interface Bars permits DayBars, NameBars {
  int WIDTH = SpendingCard.WIDTH;
  int HEIGHT = SpendingCard.HEIGHT - Heading.HEIGHT;

  void paint(Graphics2D g);
}
