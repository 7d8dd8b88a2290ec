package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The colours of a picture that somebody sends")
class ColoursTest {
  private final PictureIntakeProbe probe = new PictureIntakeProbe(PictureSettings.DEFAULTS);

  private static BufferedImage of(ColorSpace colours, int type, boolean alpha, int... samples) {
    ComponentColorModel model =
        new ComponentColorModel(
            colours, alpha, false, alpha ? ComponentColorModel.TRANSLUCENT : 1, type);
    WritableRaster raster = model.createCompatibleWritableRaster(20, 10);
    for (int at = 0; at < 200; at++) {
      raster.setPixel(at % 20, at / 20, samples);
    }
    return new BufferedImage(model, raster, false, null);
  }

  private int seen(BufferedImage picture) {
    return Drawn.read(probe.png(picture)).getRGB(10, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 60, 128, 200, 255})
  @DisplayName("are as bright as they were where they are grey")
  void grey(int shade) {
    ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    int expected = 0xFF000000 | shade << 16 | shade << 8 | shade;

    assertThat(seen(of(grey, DataBuffer.TYPE_BYTE, false, shade))).isEqualTo(expected);
    assertThat(seen(of(grey, DataBuffer.TYPE_USHORT, false, shade * 257))).isEqualTo(expected);
    assertThat(seen(of(grey, DataBuffer.TYPE_BYTE, true, shade, 255))).isEqualTo(expected);
    assertThat(seen(of(grey, DataBuffer.TYPE_USHORT, true, shade * 257, 0x7FFF)))
        .isEqualTo(0x7FFFFFFF & expected);
  }

  @Test
  @DisplayName("are as bright as they were where they are grey and scaled down")
  void scaledGrey() {
    ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    PictureIntakeProbe small = new PictureIntakeProbe(new PictureSettings(1_000_000, 1, 9, 1));

    byte[] png = small.png(of(grey, DataBuffer.TYPE_BYTE, false, 128));

    assertThat(Drawn.read(png).getRGB(5, 2)).isEqualTo(0xFF808080);
  }

  @Test
  @DisplayName("are the nearest of 8 bits where they have 16")
  void wide() {
    ColorSpace rgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    assertThat(seen(of(rgb, DataBuffer.TYPE_USHORT, false, 0xFFFF, 0x8080, 0x1010)))
        .isEqualTo(0xFFFF8010);
    assertThat(seen(of(rgb, DataBuffer.TYPE_USHORT, true, 0x1010, 0x2020, 0x3030, 0x4040)))
        .isEqualTo(0x40102030);
  }

  @Test
  @DisplayName("are as bright as they were in a grey JPEG")
  void greyJpeg() {
    BufferedImage grey = of(ColorSpace.getInstance(ColorSpace.CS_GRAY), 0, false, 128);

    int seen = Drawn.read(probe.ready("jpeg", Drawn.as("jpeg", grey)).bytes()).getRGB(10, 5);

    assertThat(Drawn.isNear(seen, 0x808080)).isTrue();
  }

  /// Adobe's programs store how much of each ink is missing.
  private static byte[] inks(int transform, int... samples) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
    for (int at = 0; at < 1024; at++) {
      raster.setPixel(at % 32, at / 32, samples);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    }
    byte[] adobe =
        Bytes.segment(0xEE, "Adobe", Bytes.two(100), Bytes.two(0), Bytes.two(0), (byte) transform);
    return Bytes.withSegments(bytes.toByteArray(), adobe);
  }

  private void assertRed(byte[] jpeg) {
    int seen = Drawn.read(probe.ready("jpeg", jpeg).bytes()).getRGB(16, 16);
    assertThat(seen >> 16 & 0xFF).isGreaterThan(0xB0);
    assertThat(seen >> 8 & 0xFF).isLessThan(0x60);
    assertThat(seen & 0xFF).isLessThan(0x60);
  }

  @Test
  @DisplayName("are not inverted where they are inks")
  void inks() throws IOException {
    assertRed(inks(0, 255, 0, 0, 255));
    assertRed(inks(2, 179, 171, 1, 255));
  }
}
