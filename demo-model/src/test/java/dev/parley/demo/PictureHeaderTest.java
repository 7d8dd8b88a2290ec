package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The header of a picture")
class PictureHeaderTest {
  @ParameterizedTest(name = "tells the size of a {0} picture")
  @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
  void ofTheJdk(String format, String name) {
    byte[] bytes = Pictured.of(format, 640, 311);

    assertThat(PictureHeader.read(bytes)).contains(new PictureHeader(name, 640, 311));
  }

  @ParameterizedTest(name = "tells the size of a WebP picture, {0}")
  @CsvSource({
    "lossy, 52494646000000005745425056503820000000000000009d012a80023701",
    "lossless, 52494646000000005745425056503 84c000000002f7f824d00",
    "extended, 524946460000000057454250565038580a000000000000007f02003601 00"
  })
  void webp(String kind, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(PictureHeader.read(bytes)).contains(new PictureHeader("WebP", 640, 311));
  }

  @ParameterizedTest(name = "tells nothing where a {0} picture is cut off")
  @CsvSource({"png", "jpg", "gif"})
  void cutOff(String format) {
    byte[] bytes = Arrays.copyOf(Pictured.of(format, 640, 311), 9);

    assertThat(PictureHeader.read(bytes)).isEmpty();
  }

  @Test
  @DisplayName("tells nothing about anything else")
  void anythingElse() {
    assertThat(PictureHeader.read("%PDF-1.7".getBytes())).isEmpty();
    assertThat(PictureHeader.read(new byte[0])).isEmpty();
  }
}
