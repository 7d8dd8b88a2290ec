package dev.parley.demo;

import static dev.parley.demo.DemoTalks.DEMO;
import static dev.parley.demo.DemoTalks.answer;
import static dev.parley.demo.DemoTalks.calls;
import static dev.parley.demo.DemoTalks.talk;
import static dev.parley.demo.DemoTalks.withFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Asked for a picture, the demo model")
class PaintingTest {
  private static List<byte[]> pictures(GeminiRequest request) {
    return DEMO.answer(request).stream()
        .flatMap(step -> step instanceof Step.Chunk(var parts) ? parts.stream() : Stream.empty())
        .filter(part -> part.has("inlineData"))
        .map(part -> Base64.getDecoder().decode(part.at("/inlineData/data").asText()))
        .toList();
  }

  private static BufferedImage read(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static BufferedImage picture(String question) {
    return read(pictures(talk(question)).getFirst());
  }

  private static int colour(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xffffff;
  }

  private static int of(Paint paint) {
    return paint.colour().getRGB() & 0xffffff;
  }

  private static GeminiRequest afterPicture(byte[] png, String question) {
    GeminiRequest request = talk("Draw something", "Here it is.", question);
    ArrayNode said = (ArrayNode) request.contents().get(1).path("parts");
    said.add(Parts.picture("image/png", png));
    return request;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Draw a red circle, RED",
    "paint me a blue square please, BLUE",
    "Sketch a green triangle!, GREEN",
    "Could you make a picture of a purple ball?, PURPLE",
    "Ann: draw a turquoise box, TURQUOISE"
  })
  @DisplayName("draws it in the colour that it is told")
  void draws(String question, Paint paint) {
    assertThat(colour(picture(question), 200, 200)).isEqualTo(of(paint));
    assertThat(answer(talk(question))).contains(paint.word()).endsWith(Notice.TEXT);
  }

  @ParameterizedTest
  @EnumSource(Motif.class)
  @DisplayName("knows each of its motifs, and no two look the same")
  void motifs(Motif motif) {
    byte[] painted = Canvas.paint(motif, Paint.RED);

    assertThat(pictures(talk("Draw a red " + motif.word()))).containsExactly(painted);
    assertThat(Arrays.stream(Motif.values()).filter(other -> other != motif))
        .noneMatch(other -> Arrays.equals(Canvas.paint(other, Paint.RED), painted));
  }

  @Test
  @DisplayName("says so where it cannot draw that, and draws something else")
  void cannot() {
    GeminiRequest request = talk("Draw a giraffe");

    assertThat(answer(request)).contains("beyond me", "Have a **yellow star**");
    assertThat(pictures(request)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now in blue", "Make it blue", "In blue, please", "Paint it blue instead"})
  @DisplayName("paints its last picture in another colour, and leaves the rest of it alone")
  void again(String question) {
    byte[] house = Canvas.paint(Motif.HOUSE, Paint.RED);

    BufferedImage picture = read(pictures(afterPicture(house, question)).getFirst());

    assertThat(colour(picture, 100, 300)).isEqualTo(of(Paint.BLUE));
    assertThat(colour(picture, 200, 120)).isEqualTo(of(Paint.BROWN));
    assertThat(colour(picture, 2, 2)).isEqualTo(colour(read(house), 2, 2));
  }

  @Test
  @DisplayName("draws something new where that is asked for")
  void anew() {
    byte[] house = Canvas.paint(Motif.HOUSE, Paint.RED);

    assertThat(pictures(afterPicture(house, "Now draw a blue circle")))
        .containsExactly(Canvas.paint(Motif.CIRCLE, Paint.BLUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now in blue", "What colour is a circle?", "I saw a red house", "Show me a table"})
  @DisplayName("draws nothing that is not asked for")
  void nothing(String question) {
    assertThat(pictures(talk(question))).isEmpty();
  }

  private static final String TOOL =
      "[{\"name\":\"make_picture\",\"description\":\"Makes a picture\",\"parameters\":{}}]";

  private static JsonNode call(GeminiRequest request) throws Exception {
    return calls(withFunctions(request, TOOL)).getFirst().path("functionCall");
  }

  @Test
  @DisplayName("has it made by the tool for it, where it is offered one")
  void byTool() throws Exception {
    GeminiRequest request = talk("Ann: Draw a red circle");

    assertThat(call(request).toString())
        .contains("\"name\":\"make_picture\"", "{\"prompt\":\"Draw a red circle\"}");
    assertThat(pictures(request)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[attached: photo.png]",
        "[You made this before, by a tool: photo.png]",
        "[You made this above: photo.png]"
      })
  @DisplayName("has the last picture changed by the tool, by its name")
  void changedByTool(String named) throws Exception {
    GeminiRequest request = talk("Look\n" + named, "Nice.", "now make it blue");

    assertThat(call(request).path("args").toString())
        .isEqualTo("{\"prompt\":\"now make it blue\",\"edit\":[\"photo.png\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Help me to make a plan", "Which picture do you like?", "in blue"})
  @DisplayName("does not call the tool where no picture is wished")
  void noTool(String question) throws Exception {
    assertThat(calls(withFunctions(talk(question), TOOL))).isEmpty();
  }

  private static GeminiRequest wantingPictures(GeminiRequest request) {
    ((ObjectNode) request.body())
        .putObject("generationConfig")
        .putArray("responseModalities")
        .add("TEXT")
        .add("IMAGE");
    return request;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Make a picture: a blue heart", "a blue heart"})
  @DisplayName("draws whatever is said, where pictures are wanted")
  void wanted(String question) {
    assertThat(pictures(wantingPictures(talk(question))))
        .containsExactly(Canvas.paint(Motif.HEART, Paint.BLUE));
  }

  @Test
  @DisplayName("changes what somebody shows it, where pictures are wanted and nothing else")
  void changesPhotos() {
    byte[] house = Canvas.paint(Motif.HOUSE, Paint.RED);
    GeminiRequest request = wantingPictures(talk("Make a picture: make the sky blue"));
    ((ArrayNode) request.contents().getFirst().path("parts"))
        .add(Parts.picture("image/png", house));
    BufferedImage picture = read(pictures(request).getFirst());

    assertThat(colour(picture, 100, 300)).isEqualTo(of(Paint.BLUE));
  }
}
