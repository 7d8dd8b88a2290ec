package dev.parley.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.picture.PictureOutcome.Damaged;
import dev.parley.picture.PictureOutcome.Ready;
import dev.parley.picture.PictureOutcome.TooLong;
import dev.parley.picture.PictureOutcome.TooManyPixels;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A picture that would be huge, or is damaged,")
class RefusedPicturesTest {
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

  @Test
  @DisplayName("is refused by its header")
  void refused() {
    byte[] jpeg = JPEG.clone();
    int frame = Bytes.find(jpeg, new String(new char[] {0xFF, 0xC0, 0}));
    System.arraycopy(Bytes.of(Bytes.two(50_000), Bytes.two(50_000)), 0, jpeg, frame + 5, 4);
    byte[] gif = GIF.clone();
    Arrays.fill(gif, Bytes.find(gif, ",\0\0") + 5, Bytes.find(gif, ",\0\0") + 9, (byte) 0xC3);
    byte[] canvas =
        Bytes.riff(
            Bytes.riffChunk("VP8X", 0, Bytes.little(49_999, 3), Bytes.little(49_999, 3)),
            Arrays.copyOfRange(SomeWebp.LOSSY, 12, SomeWebp.LOSSY.length));

    assertThat(take("png", Bytes.emptyPng(50_000, 50_000)))
        .isEqualTo(new TooManyPixels(50_000_000));
    assertThat(take("jpeg", jpeg)).isEqualTo(new TooManyPixels(50_000_000));
    assertThat(take("gif", gif)).isEqualTo(new TooManyPixels(50_000_000));
    assertThat(take("webp", canvas)).isEqualTo(new TooManyPixels(50_000_000));
    assertThat(take("webp", SomeWebp.blank(16_384, 16_384))).isEqualTo(new TooManyPixels(80_000));
  }

  @Test
  @DisplayName("on one side is refused, since its rows would not fit")
  void rows() {
    assertThat(take("png", Bytes.emptyPng(50_000_000, 1))).isEqualTo(new TooLong(65_535));
  }

  @Test
  @DisplayName("is refused earlier where its kind can only be decoded whole")
  void whole() {
    byte[] progressive = Drawn.progressive(Drawn.quarters(300, 300));

    assertThat(take("jpeg", progressive)).isEqualTo(new TooManyPixels(80_000));
    assertThat(take("jpeg", Drawn.as("jpeg", Drawn.quarters(300, 300)))).isInstanceOf(Ready.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
  @DisplayName("is refused wherever it is cut off")
  void cutOff(String type) {
    byte[] whole =
        switch (type) {
          case "png" -> PNG;
          case "jpeg" -> JPEG;
          case "gif" -> GIF;
          default -> SomeWebp.LOSSY;
        };
    for (int length = 0; length < whole.length - 6; length++) {
      assertThat(take(type, Arrays.copyOf(whole, length)))
          .as(length + " bytes of a " + type.toUpperCase(Locale.ROOT))
          .isEqualTo(new Damaged());
    }
  }

  @Test
  @DisplayName("never gives anything but an outcome")
  void garbled() {
    for (byte[] whole : new byte[][] {PNG, JPEG, GIF, SomeWebp.LOSSLESS, SomeWebp.ANIMATED}) {
      String type = whole == PNG ? "png" : whole == JPEG ? "jpeg" : whole == GIF ? "gif" : "webp";
      for (int at = 0; at < whole.length; at += 1 + whole.length / 150) {
        byte[] garbled = whole.clone();
        garbled[at] ^= (byte) (0x5A + at);

        assertThat(take(type, garbled)).isNotNull();
      }
    }
  }

  @Test
  @DisplayName("by a thousand passes over the same pixels is refused")
  void scans() {
    byte[] jpeg = Drawn.progressive(Drawn.quarters(16, 16));
    int last = new String(jpeg, ISO_8859_1).lastIndexOf("\u00FF\u00DA");
    byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
    Object[] parts = new Object[1_002];
    Arrays.fill(parts, scan);
    parts[0] = Arrays.copyOf(jpeg, jpeg.length - 2);
    parts[1_001] = Bytes.of((byte) 0xFF, (byte) 0xD9);

    assertThat(take("jpeg", Bytes.of(parts))).isEqualTo(new Damaged());
  }
}
