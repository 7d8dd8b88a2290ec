package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.picture.PictureOutcome.Ready;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A picture that somebody sends")
class PictureIntakeTest {
  private static final PictureSettings LIMITS = new PictureSettings(50_000_000, 20, 200, 2);
  private static final byte[] PNG = Drawn.as("png", Drawn.quarters(80, 40));
  private static final byte[] JPEG = Drawn.as("jpeg", Drawn.quarters(80, 40));
  private static final byte[] GIF = Drawn.as("gif", Drawn.quarters(80, 40));

  private final PictureIntake intake = new PictureIntake(LIMITS);

  private PictureOutcome take(String type, byte[] bytes) {
    try {
      return intake.take("image/" + type, bytes);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  private Ready ready(String type, byte[] bytes) {
    return (Ready) take(type, bytes);
  }

  @ParameterizedTest
  @FieldSource("SAME")
  @DisplayName("is the same picture, of its own size, in a kind that every platform can show")
  void same(String type, byte[] bytes, String becomes) {
    Ready ready = ready(type, bytes);

    assertThat(Drawn.quarters(ready.bytes())).isEqualTo("rgbw");
    assertThat(ready.mediaType()).isEqualTo("image/" + becomes);
    assertThat(ready.width()).isEqualTo(80).isEqualTo(Drawn.read(ready.bytes()).getWidth());
    assertThat(ready.height()).isEqualTo(40).isEqualTo(Drawn.read(ready.bytes()).getHeight());
    assertThat(ready.frames()).isEqualTo(1);
  }

  static final List<Arguments> SAME =
      List.of(
          Arguments.of("png", PNG, "png"),
          Arguments.of("jpeg", JPEG, "jpeg"),
          Arguments.of("jpeg", Drawn.progressive(Drawn.quarters(80, 40)), "jpeg"),
          Arguments.of("gif", GIF, "png"),
          Arguments.of(
              "jpeg",
              Bytes.withSegments(JPEG, Bytes.of(Bytes.segment(0xFE, "odd"), new byte[3])),
              "jpeg"),
          Arguments.of(
              "png", Drawn.as("png", Drawn.quarters(80, 40, BufferedImage.TYPE_INT_ARGB)), "png"),
          Arguments.of(
              "png",
              Drawn.as("png", Drawn.quarters(80, 40, BufferedImage.TYPE_BYTE_INDEXED)),
              "png"));

  @Test
  @DisplayName("gives the same bytes each time")
  void deterministic() {
    assertThat(ready("jpeg", JPEG).bytes()).isEqualTo(ready("jpeg", JPEG).bytes());
    assertThat(ready("png", PNG).bytes()).isEqualTo(ready("png", PNG).bytes());
  }

  @Test
  @DisplayName("in WebP is read, lossy and lossless, with what shines through")
  void webp() {
    BufferedImage lossy = Drawn.read(ready("webp", SomeWebp.LOSSY).bytes());
    BufferedImage alpha = Drawn.read(ready("webp", SomeWebp.WITH_ALPHA).bytes());
    BufferedImage lossless = Drawn.read(ready("webp", SomeWebp.LOSSLESS).bytes());

    assertThat(Drawn.isNear(lossy.getRGB(4, 8), Drawn.RED)).isTrue();
    assertThat(Drawn.isNear(lossy.getRGB(28, 8), Drawn.BLUE)).isTrue();
    assertThat(lossless.getRGB(8, 8)).isEqualTo(0x80FF0000);
    assertThat(alpha.getRGB(8, 8) >>> 24).isEqualTo(0x80);
    assertThat(Drawn.isNear(alpha.getRGB(8, 8), Drawn.RED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"400, 100, 200, 50", "1000, 1000, 200, 200", "399, 201, 200, 101", "3000, 2, 200, 1"})
  @DisplayName("that is larger than the model needs is scaled down, whatever its kind")
  void scaled(int width, int height, int scaledWidth, int scaledHeight) {
    for (String type : new String[] {"png", "jpeg", "gif"}) {
      Ready ready = ready(type, Drawn.as(type, Drawn.quarters(width, height)));

      assertThat(ready.width()).isEqualTo(scaledWidth);
      assertThat(ready.height()).isEqualTo(scaledHeight);
      assertThat(ready.mediaType()).isEqualTo(type.equals("jpeg") ? "image/jpeg" : "image/png");
      if (height > 2) {
        assertThat(Drawn.quarters(ready.bytes())).isEqualTo("rgbw");
      }
    }
  }

  @Test
  @DisplayName("keeps thin lines as a shade where it is scaled down")
  void thinLines() {
    BufferedImage lines = new BufferedImage(400, 50, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 400; x += 4) {
      for (int y = 0; y < 50; y++) {
        lines.setRGB(x + 2, y, Drawn.WHITE);
      }
    }

    BufferedImage small =
        Drawn.read(new PictureIntakeProbe(new PictureSettings(50_000_000, 1, 100, 1)).png(lines));

    assertThat(small.getRGB(50, 6) & 0xFF).isBetween(0x38, 0x48);
  }

  @Nested
  @DisplayName("of many colours")
  class OfManyColours {
    @Test
    @DisplayName("is a JPEG where that is smaller, and a PNG where it is a drawing")
    void smaller() {
      PictureIntakeProbe probe =
          new PictureIntakeProbe(new PictureSettings(50_000_000, 1, 1_000, 1));
      byte[] photo = Drawn.as("png", Drawn.noise(600, 600, BufferedImage.TYPE_INT_RGB));

      assertThat(probe.ready("png", photo).mediaType()).isEqualTo("image/jpeg");
      assertThat(probe.ready("png", photo).bytes()).hasSizeLessThan(photo.length / 2);
      assertThat(probe.ready("png", Drawn.as("png", Drawn.quarters(900, 900))).mediaType())
          .isEqualTo("image/png");
    }

    @Test
    @DisplayName("that is transparent and large stands on white")
    void onWhite() {
      PictureIntakeProbe probe =
          new PictureIntakeProbe(new PictureSettings(50_000_000, 1, 1_500, 1));
      BufferedImage noise = Drawn.noise(1_500, 1_500, BufferedImage.TYPE_INT_ARGB);
      for (int at = 0; at < 900; at++) {
        noise.setRGB(at % 30, at / 30, 0);
      }

      Ready ready = probe.ready("png", Drawn.as("png", noise));

      assertThat(ready.mediaType()).isEqualTo("image/jpeg");
      assertThat(Drawn.isNear(Drawn.read(ready.bytes()).getRGB(8, 8), Drawn.WHITE)).isTrue();
    }
  }

  @Nested
  @DisplayName("with more in it than a picture")
  class WithMore {
    @ParameterizedTest
    @MethodSource("dev.parley.picture.PictureIntakeTest#talkative")
    @DisplayName("has none of it afterwards")
    void stripped(String type, byte[] bytes) {
      assertThat(Bytes.find(bytes, "47.3769")).isPositive();

      Ready ready = ready(type, bytes);

      assertThat(Bytes.find(ready.bytes(), "47.3769")).isNegative();
      assertThat(Bytes.find(ready.bytes(), "Exif")).isNegative();
      assertThat(Bytes.find(ready.bytes(), "eXIf")).isNegative();
      assertThat(Bytes.find(ready.bytes(), "Cam")).isNegative();
    }
  }

  static Stream<Arguments> talkative() {
    byte[] exif = Bytes.exif(1);
    byte[] pdf = Bytes.of("%PDF-1.7 47.3769");
    byte[] zip = Bytes.of("PK", (byte) 3, (byte) 4, "47.3769");
    byte[] script = Bytes.of("=1;alert('47.3769')//");
    return Stream.of(
        Arguments.of("jpeg", Bytes.withSegments(JPEG, Bytes.segment(0xE1, "Exif\0\0", exif))),
        Arguments.of(
            "jpeg",
            Bytes.withSegments(
                JPEG, Bytes.segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x>47.3769</x>"))),
        Arguments.of("jpeg", Bytes.withSegments(JPEG, Bytes.segment(0xFE, pdf))),
        Arguments.of("jpeg", Bytes.withSegments(JPEG, Bytes.segment(0xE2, "ICC_PROFILE\0", pdf))),
        Arguments.of("jpeg", Bytes.of(JPEG, pdf)),
        Arguments.of("png", Bytes.withChunks(PNG, Bytes.chunk("eXIf", exif))),
        Arguments.of("png", Bytes.withChunks(PNG, Bytes.chunk("tEXt", "Comment\00047.3769"))),
        Arguments.of("png", Bytes.of(PNG, zip)),
        Arguments.of("gif", Bytes.of(GIF, script)),
        Arguments.of(
            "webp",
            Bytes.riff(
                Arrays.copyOfRange(SomeWebp.LOSSY, 12, SomeWebp.LOSSY.length),
                Bytes.riffChunk("EXIF", exif))),
        Arguments.of("webp", Bytes.of(SomeWebp.LOSSLESS, zip)));
  }

  @Nested
  @DisplayName("that was taken with the camera held otherwise")
  class Turned {
    private static final String[] UPRIGHT = {
      "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("stands upright afterwards")
    void upright(int orientation) {
      byte[] exif = Bytes.exif(orientation);
      byte[] jpeg = Bytes.withSegments(JPEG, Bytes.segment(0xE1, "Exif\0\0", exif));

      Ready ready = ready("jpeg", jpeg);

      assertThat(Drawn.quarters(ready.bytes())).isEqualTo(UPRIGHT[orientation - 1]);
      assertThat(ready.width()).isEqualTo(orientation > 4 ? 40 : 80);
      assertThat(Drawn.read(ready.bytes()).getHeight()).isEqualTo(orientation > 4 ? 80 : 40);
    }

    @Test
    @DisplayName("does so in PNG and WebP too")
    void otherKinds() {
      byte[] png = Bytes.withChunks(PNG, Bytes.chunk("eXIf", Bytes.exif(6)));
      byte[] webp =
          Bytes.riff(
              Arrays.copyOfRange(SomeWebp.LOSSY, 12, SomeWebp.LOSSY.length),
              Bytes.riffChunk("EXIF", Bytes.exif(6)));

      assertThat(Drawn.quarters(ready("png", png).bytes())).isEqualTo("brwg");
      assertThat(ready("webp", webp).height()).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    @DisplayName("stays as it is where nobody knows how")
    void unknown(int orientation) {
      byte[] exif = Bytes.exif(orientation);
      byte[] jpeg = Bytes.withSegments(JPEG, Bytes.segment(0xE1, "Exif\0\0", exif));
      byte[] cut =
          Bytes.withSegments(
              JPEG, Bytes.segment(0xE1, "Exif\0\0", Arrays.copyOf(exif, orientation % 20)));

      assertThat(Drawn.quarters(ready("jpeg", jpeg).bytes())).isEqualTo("rgbw");
      assertThat(Drawn.quarters(ready("jpeg", cut).bytes())).isEqualTo("rgbw");
    }
  }
}
