package dev.parley.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/// A font, and texts of people as it can show them.
record Lettering(Font font) {
  static final Lettering TITLE = new Lettering(new Font(Font.SANS_SERIF, Font.BOLD, 20));
  static final Lettering LABEL = new Lettering(new Font(Font.SANS_SERIF, Font.PLAIN, 14));

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s]+");

  /// Directions, joiners and variants: they show nothing of their own.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]");

  private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");
  private static final Pattern CHARACTER = Pattern.compile("\\X");
  private static final int EDGE = 3;
  private static final int LONGEST = 200;
  private static final String NOTHING = "–";
  private static final String ELLIPSIS = "…";

  /// On one line, without what the font has no picture of, and no wider than that.
  String fitted(String text, double width) {
    List<String> characters = characters(text);
    String whole = String.join("", characters);
    if (width(whole) <= width) {
      return whole;
    }
    int kept = characters.size();
    String cut;
    do {
      kept--;
      cut = String.join("", characters.subList(0, kept)).strip() + ELLIPSIS;
    } while (kept > 0 && width(cut) > width);
    return cut;
  }

  /// In the units of the picture.
  double width(String line) {
    return new TextLayout(line, font, SMOOTH).getAdvance();
  }

  double widest(List<String> lines) {
    return lines.stream().mapToDouble(this::width).max().orElse(0);
  }

  /// On a little of the card, so that no line crosses it.
  void write(Graphics2D g, Color color, String line, double x, double baseline) {
    TextLayout layout = new TextLayout(line, font, SMOOTH);
    Rectangle2D taken = layout.getBounds();
    g.setColor(Palette.CARD);
    g.fill(
        new Rectangle2D.Double(
            x + taken.getX() - EDGE,
            baseline + taken.getY() - EDGE,
            taken.getWidth() + 2 * EDGE,
            taken.getHeight() + 2 * EDGE));
    g.setColor(color);
    layout.draw(g, (float) x, (float) baseline);
  }

  /// Upwards to the right, ending at a point.
  void slant(Graphics2D g, Color color, String line, double x, double y) {
    TextLayout layout = new TextLayout(line, font, SMOOTH);
    AffineTransform upright = g.getTransform();
    g.rotate(-Math.PI / 4, x, y);
    g.setColor(color);
    layout.draw(g, (float) (x - layout.getAdvance()), (float) y);
    g.setTransform(upright);
  }

  /// A joined emoji is one of them.
  private List<String> characters(String text) {
    String line = BLANKS.matcher(beginning(text)).replaceAll(" ").strip();
    line = PILED_MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFC)).replaceAll("$1");
    List<String> shown =
        CHARACTER
            .matcher(line)
            .results()
            .map(found -> UNSEEN.matcher(found.group()).replaceAll(""))
            .filter(character -> !character.isEmpty())
            .map(this::seen)
            .toList();
    return String.join("", shown).isBlank() ? List.of(NOTHING) : shown;
  }

  private static String beginning(String text) {
    boolean longer = text.codePointCount(0, text.length()) > LONGEST;
    return longer ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
  }

  private String seen(String character) {
    if (character.codePoints().allMatch(this::hasPicture)) {
      return character;
    }
    return hasPicture('□') ? "□" : "?";
  }

  /// Fonts of coloured emoji claim to have them, but outlines of them are empty.
  private boolean hasPicture(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return true;
    }
    return font.canDisplay(codePoint)
        && !font.createGlyphVector(SMOOTH, Character.toString(codePoint))
            .getVisualBounds()
            .isEmpty();
  }
}
