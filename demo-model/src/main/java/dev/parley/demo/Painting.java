package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A picture that the demo model made, and what it says about it.
///
/// @param picture as a part of content
record Painting(String words, ObjectNode picture) {
  private static final Pattern WISH =
      Pattern.compile(
          "(?i)\\b(draw|paint|sketch)\\b"
              + "|\\b(make|create|generate)\\b.{0,40}\\b(picture|image|drawing|painting)\\b");
  private static final Pattern AGAIN =
      Pattern.compile("(?i)\\b(now|instead|again|it|that|same|recolou?r|rather)\\b|^\\W*in\\b");
  private static final int LONGEST_WISH = 120;

  /// The picture that is asked for; empty where none is.
  static Optional<Painting> askedFor(Talk talk) {
    String question = talk.question();
    Optional<Painting> again =
        Paint.in(question).filter(_ -> wishesChange(question)).flatMap(paint -> again(talk, paint));
    if (again.isPresent()) {
      return again;
    }
    return talk.request().wantsPictures() || WISH.matcher(question).find()
        ? Optional.of(anew(Motif.in(question), Paint.in(question)))
        : Optional.empty();
  }

  /// Whether a picture is wished, or, where there is one before, another one of it.
  static boolean isWished(String question, boolean after) {
    return WISH.matcher(question).find()
        || (after && Paint.in(question).isPresent() && wishesChange(question));
  }

  /// Whether it may be meant that the last picture should have another colour.
  static boolean wishesChange(String question) {
    return Motif.in(question).isEmpty()
        && question.length() <= LONGEST_WISH
        && (WISH.matcher(question).find() || AGAIN.matcher(question).find());
  }

  private static Painting of(String words, byte[] png) {
    ObjectNode part = Parts.picture("image/png", png);
    return new Painting(words, Parts.signed(part, "demo signature of a picture"));
  }

  private static Painting anew(Optional<Motif> wished, Optional<Paint> paint) {
    Motif motif = wished.orElse(Motif.STAR);
    Paint colour = paint.orElse(motif.usual());
    String painted = "%s **%s %s**".formatted(article(colour.word()), colour.word(), motif.word());
    String words =
        wished.isPresent()
            ? "Here is " + painted + ", made of plain shapes."
            : "That is beyond me: I can draw a circle, a square, a triangle, a star, a heart, a sun,"
                + " a house, a tree, a boat and a face. Have "
                + painted
                + " instead.";
    return of(words, Canvas.paint(motif, colour));
  }

  private static String article(String word) {
    return "aeiou".indexOf(word.charAt(0)) < 0 ? "a" : "an";
  }

  /// The last picture that the model is shown, in another colour: of its own, or, where nothing but
  /// pictures is wanted, of anybody's.
  private static Optional<Painting> again(Talk talk, Paint paint) {
    return talk.request().contents().reversed().stream()
        .filter(said -> talk.request().wantsPictures() || GeminiRequest.spokenByModel(said))
        .flatMap(content -> GeminiRequest.held(content, "inlineData").reversed().stream())
        .findFirst()
        .flatMap(picture -> Canvas.repaint(bytes(picture), paint))
        .map(png -> of("Here it is in **" + paint.word() + "**.", png));
  }

  private static byte[] bytes(JsonNode inlineData) {
    try {
      return Base64.getMimeDecoder().decode(inlineData.path("data").asText(""));
    } catch (IllegalArgumentException broken) {
      return new byte[0];
    }
  }
}
