package dev.parley.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the demo model can draw, on a sheet of 400 by 400.
enum Motif {
  CIRCLE(Paint.RED, "circle ball dot disc"),
  SQUARE(Paint.BLUE, "square box rectangle"),
  TRIANGLE(Paint.GREEN, "triangle"),
  STAR(Paint.YELLOW, "star"),
  HEART(Paint.RED, "heart"),
  SUN(Paint.YELLOW, "sun"),
  HOUSE(Paint.ORANGE, "house home hut"),
  TREE(Paint.GREEN, "tree"),
  BOAT(Paint.BLUE, "boat ship"),
  FACE(Paint.YELLOW, "face smiley smile");

  private static final double FULL = 2 * Math.PI;

  private final Paint usual;
  private final String words;

  Motif(Paint usual, String words) {
    this.usual = usual;
    this.words = words;
  }

  /// The colour that it has where none is asked for.
  Paint usual() {
    return usual;
  }

  /// What people call it, its usual name first.
  private List<String> named() {
    return List.of(words.split(" "));
  }

  String word() {
    return named().getFirst();
  }

  /// The first one that a text names.
  static Optional<Motif> in(String text) {
    return Words.in(text).stream()
        .map(word -> word.replaceAll("s$", ""))
        .flatMap(word -> Arrays.stream(values()).filter(motif -> motif.named().contains(word)))
        .findFirst();
  }

  void draw(Graphics2D sheet, Color colour) {
    switch (this) {
      case CIRCLE -> fill(sheet, colour, disc(200, 200, 130));
      case SQUARE -> fill(sheet, colour, box(80, 80, 240, 240));
      case TRIANGLE -> fill(sheet, colour, polygon(200, 60, 350, 320, 50, 320));
      case STAR -> fill(sheet, colour, star(200, 210, 150, 62, 5));
      case HEART -> fill(sheet, colour, heart());
      case SUN -> sun(sheet, colour);
      case HOUSE -> house(sheet, colour);
      case TREE -> tree(sheet, colour);
      case BOAT -> boat(sheet, colour);
      case FACE -> face(sheet, colour);
    }
  }

  private static void sun(Graphics2D sheet, Color colour) {
    fill(sheet, colour, star(200, 200, 170, 105, 12));
    fill(sheet, colour, disc(200, 200, 110));
  }

  private static void house(Graphics2D sheet, Color colour) {
    fill(sheet, colour, box(90, 180, 220, 160));
    fill(sheet, Paint.BROWN.colour(), polygon(200, 70, 340, 185, 60, 185));
    fill(sheet, Paint.BLACK.colour(), box(180, 250, 50, 90));
    fill(sheet, Paint.WHITE.colour(), box(115, 215, 45, 45));
    fill(sheet, Paint.WHITE.colour(), box(245, 215, 45, 45));
  }

  private static void tree(Graphics2D sheet, Color colour) {
    fill(sheet, Paint.BROWN.colour(), box(180, 230, 40, 120));
    fill(sheet, colour, disc(200, 150, 100));
    fill(sheet, colour, disc(130, 200, 60));
    fill(sheet, colour, disc(270, 200, 60));
  }

  private static void boat(Graphics2D sheet, Color colour) {
    fill(sheet, colour, polygon(60, 260, 340, 260, 290, 330, 110, 330));
    fill(sheet, Paint.BROWN.colour(), box(192, 70, 10, 190));
    fill(sheet, Paint.WHITE.colour(), polygon(210, 80, 310, 240, 210, 240));
  }

  private static void face(Graphics2D sheet, Color colour) {
    fill(sheet, colour, disc(200, 200, 140));
    fill(sheet, Paint.BLACK.colour(), disc(150, 165, 16));
    fill(sheet, Paint.BLACK.colour(), disc(250, 165, 16));
    Path2D mouth = new Path2D.Double();
    mouth.moveTo(130, 230);
    mouth.quadTo(200, 320, 270, 230);
    mouth.quadTo(200, 285, 130, 230);
    fill(sheet, Paint.BLACK.colour(), mouth);
  }

  private static void fill(Graphics2D sheet, Color colour, Shape shape) {
    sheet.setColor(colour);
    sheet.fill(shape);
  }

  private static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static Shape polygon(double... at) {
    Path2D path = new Path2D.Double();
    path.moveTo(at[0], at[1]);
    for (int i = 2; i < at.length; i += 2) {
      path.lineTo(at[i], at[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape star(double x, double y, double outer, double inner, int points) {
    double[] at = new double[points * 4];
    for (int i = 0; i < points * 2; i++) {
      double radius = i % 2 == 0 ? outer : inner;
      double angle = FULL * i / (points * 2) - FULL / 4;
      at[2 * i] = x + radius * Math.cos(angle);
      at[2 * i + 1] = y + radius * Math.sin(angle);
    }
    return polygon(at);
  }

  private static Shape heart() {
    Path2D path = new Path2D.Double();
    path.moveTo(200, 340);
    path.curveTo(20, 220, 60, 70, 150, 80);
    path.curveTo(180, 84, 195, 105, 200, 125);
    path.curveTo(205, 105, 220, 84, 250, 80);
    path.curveTo(340, 70, 380, 220, 200, 340);
    path.closePath();
    return path;
  }
}
