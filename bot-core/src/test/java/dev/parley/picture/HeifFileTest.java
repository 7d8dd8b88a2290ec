package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.picture.PictureOutcome.Ready;
import dev.parley.picture.PictureOutcome.TooManyPixels;
import dev.parley.picture.PictureOutcome.Unstrippable;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A HEIC picture")
class HeifFileTest {
  private static final String PICTURE = "the picture itself, compressed";
  private static final String EXIF = "\0\0\0\0MM*GPS 47.3769";
  private static final String XMP = "<x:xmpmeta>Zurich 47.3769</x:xmpmeta>";

  private final PictureIntake intake = new PictureIntake(PictureSettings.DEFAULTS);

  private PictureOutcome take(byte[] heic) {
    try {
      return intake.take("image/heic", heic);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  private static byte[] full(String type, int version, Object... parts) {
    return Bytes.box(type, (byte) version, new byte[3], Bytes.of(parts));
  }

  private static byte[] item(int id, String type) {
    return full("infe", 2, Bytes.two(id), Bytes.two(0), type, "\0");
  }

  private static byte[] place(int id, int version, int construction, int offset, int length) {
    return Bytes.of(
        Bytes.two(id),
        version == 0 ? "" : Bytes.of(Bytes.two(construction)),
        Bytes.two(0),
        Bytes.two(1),
        offset,
        length);
  }

  /// As phones write it.
  ///
  /// @param exifIn 0 where Exif is in the file's data, 1 where it is among the descriptions
  private static byte[] heic(int version, int exifIn, int side, byte[]... more) {
    return heic(version, exifIn, side, PICTURE.length(), more);
  }

  private static byte[] heic(int version, int exifIn, int side, int length, byte[]... more) {
    byte[] start = Bytes.box("ftyp", "heic", 0, "mif1heic");
    byte[] draft = meta(version, exifIn, side, length, 0);
    int data = start.length + draft.length + 8;
    return Bytes.of(
        start,
        meta(version, exifIn, side, length, data),
        Bytes.box("mdat", PICTURE, XMP, EXIF, "hidden 47.3769"),
        Bytes.of((Object[]) more));
  }

  private static byte[] meta(int version, int exifIn, int side, int length, int data) {
    int xmp = data + PICTURE.length();
    return full(
        "meta",
        0,
        full("hdlr", 0, 0, "pict", new byte[13]),
        full("pitm", 0, Bytes.two(1)),
        full("iinf", 0, Bytes.two(3), item(1, "hvc1"), item(2, "mime"), item(3, "Exif")),
        full(
            "iloc",
            version,
            Bytes.two(0x4400),
            Bytes.two(3),
            place(1, version, 0, data, length),
            place(2, version, 0, xmp, XMP.length()),
            exifIn == 0
                ? place(3, version, 0, xmp + XMP.length(), EXIF.length())
                : place(3, version, 1, 0, EXIF.length())),
        Bytes.box("iprp", Bytes.box("ipco", full("ispe", 0, side, side))),
        Bytes.box("idat", EXIF));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 1"})
  @DisplayName("goes to the model without what the phone wrote into it, and else as it is")
  void stripped(int version, int exifIn) {
    byte[] heic = heic(version, exifIn, 4_000, Bytes.box("uuid", "free text 47.3769"));

    Ready ready = (Ready) take(heic);

    assertThat(ready.mediaType()).isEqualTo("image/heic");
    assertThat(ready.bytes()).hasSameSizeAs(heic);
    assertThat(Bytes.find(ready.bytes(), PICTURE)).isEqualTo(Bytes.find(heic, PICTURE));
    assertThat(Bytes.find(ready.bytes(), "47.3769")).isNegative();
    assertThat(Bytes.find(ready.bytes(), "xmpmeta")).isNegative();
    assertThat(ready.width()).isEqualTo(4_000);
    assertThat(Bytes.find(heic, "47.3769")).isPositive();
  }

  @Test
  @DisplayName("does not hide in the picture what tells about it")
  void overlapping() {
    int all = PICTURE.length() + XMP.length() + EXIF.length();

    Ready ready = (Ready) take(heic(1, 0, 4_000, all));

    assertThat(Bytes.find(ready.bytes(), PICTURE)).isPositive();
    assertThat(Bytes.find(ready.bytes(), "47.3769")).isNegative();
  }

  @Test
  @DisplayName("that would be huge is refused")
  void huge() {
    assertThat(take(heic(1, 0, 50_000))).isEqualTo(new TooManyPixels(50_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"moov", "meta"})
  @DisplayName("of which it is not plain where that is, is refused")
  void notPlain(String box) {
    assertThat(take(heic(1, 0, 4_000, Bytes.box(box, new byte[4])))).isEqualTo(new Unstrippable());
  }

  @Test
  @DisplayName("is refused wherever it is cut off, and garbled gives nothing but an outcome")
  void cutOff() {
    byte[] heic = heic(1, 1, 4_000);
    for (int length = 0; length < heic.length; length++) {
      byte[] garbled = heic.clone();
      garbled[length] ^= (byte) 0xA5;

      assertThat(take(garbled)).isNotNull();
      if (length != Bytes.find(heic, "mdat") - 4) {
        assertThat(take(Arrays.copyOf(heic, length))).isEqualTo(new Unstrippable());
      }
    }
  }
}
