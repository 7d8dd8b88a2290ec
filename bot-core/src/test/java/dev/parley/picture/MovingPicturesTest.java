package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.picture.PictureOutcome.Ready;
import dev.parley.picture.PictureOutcome.TooManyFrames;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture that moves")
class MovingPicturesTest {
  private static final PictureSettings LIMITS = new PictureSettings(50_000_000, 20, 200, 2);
  private static final byte[] PNG = Drawn.as("png", Drawn.quarters(80, 40));
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

  @Test
  @DisplayName("is its first frame, and tells of how many")
  void firstFrame() {
    Ready gif = ready("gif", Drawn.gif(frame(Drawn.RED), frame(Drawn.BLUE), frame(Drawn.GREEN)));
    Ready webp = ready("webp", SomeWebp.ANIMATED);
    Ready png = ready("png", Bytes.withChunks(PNG, Bytes.chunk("acTL", 7, 0)));

    assertThat(gif.frames()).isEqualTo(3);
    assertThat(Drawn.read(gif.bytes()).getRGB(5, 5) & 0xFFFFFF).isEqualTo(Drawn.RED);
    assertThat(webp.frames()).isEqualTo(3);
    assertThat(Drawn.read(webp.bytes()).getRGB(5, 5) & 0xFFFFFF).isEqualTo(Drawn.RED);
    assertThat(png.frames()).isEqualTo(7);
  }

  private static BufferedImage frame(int colour) {
    BufferedImage frame = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 128; at++) {
      frame.setRGB(at % 16, at / 16, colour);
    }
    return frame;
  }

  @Test
  @DisplayName("for too many frames is not looked through")
  void tooMany() {
    byte[] more = Arrays.copyOfRange(GIF, Bytes.find(GIF, ",\0\0"), GIF.length - 1);
    Object[] frames = new Object[22];
    Arrays.fill(frames, more);
    frames[0] = Arrays.copyOf(GIF, GIF.length - 1);
    frames[21] = ";";

    assertThat(take("gif", Bytes.of(frames))).isEqualTo(new TooManyFrames(20));
    assertThat(take("png", Bytes.withChunks(PNG, Bytes.chunk("acTL", 21, 0))))
        .isEqualTo(new TooManyFrames(20));
  }

  @Test
  @DisplayName("may have a frame that is larger than its screen")
  void largerThanScreen() {
    byte[] gif = GIF.clone();
    Arrays.fill(gif, 6, 10, (byte) 1);
    gif[7] = 0;
    gif[9] = 0;

    assertThat(Drawn.quarters(ready("gif", gif).bytes())).isEqualTo("rgbw");
  }

  @Test
  @DisplayName("is whole where a later frame is cut off")
  void cutOffLater() {
    byte[] gif = Drawn.gif(frame(Drawn.RED), frame(Drawn.BLUE));

    assertThat(ready("gif", Arrays.copyOf(gif, gif.length - 12)).frames()).isEqualTo(2);
  }
}
