package dev.parley.picture;

import java.nio.ByteBuffer;

/// Looks through the segments and scans of a JPEG (ITU-T T.81) up to its end; what follows is no
/// part of it.
final class JpegHeader {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int EXIF = 0xE1;
  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;

  /// Java decodes the whole picture once for each; cameras and editors write about ten.
  private static final int MOST_SCANS = 100;

  private final ByteBuffer jpeg;
  private int frame;
  private int scans;
  private Orientation turn = Orientation.UPRIGHT;

  JpegHeader(byte[] bytes) {
    this.jpeg = ByteBuffer.wrap(bytes);
  }

  PictureHeader read() throws DamagedPictureException {
    int at = 0;
    for (int marker = START; marker != END; marker = marker(at)) {
      at = marker == START ? 2 : behind(at, marker);
    }
    int components = jpeg.get(frame + 9);
    if (scans == 0 || scans > MOST_SCANS || jpeg.get(frame + 4) != 8 || !isKnown(components)) {
      throw new DamagedPictureException("not a kind of JPEG that is read");
    }
    return new PictureHeader(
        jpeg.getChar(frame + 7),
        jpeg.getChar(frame + 5),
        1,
        components == 4 ? 4 + 3 : components,
        scans > 1 || marker(frame) == PROGRESSIVE,
        true,
        turn);
  }

  /// Grey, or three or four colours.
  private static boolean isKnown(int components) {
    return components == 1 || components == 3 || components == 4;
  }

  private int marker(int at) throws DamagedPictureException {
    if ((jpeg.get(at) & 0xFF) != 0xFF) {
      throw new DamagedPictureException("no marker at " + at);
    }
    return jpeg.get(at + 1) & 0xFF;
  }

  /// Where the marker after this segment is.
  private int behind(int at, int marker) throws DamagedPictureException {
    if (marker == 0xFF) {
      return at + 1;
    }
    int length = jpeg.getChar(at + 2);
    if (length < 2) {
      throw new DamagedPictureException("a segment of no length");
    }
    if (marker == EXIF && frame == 0) {
      exif(jpeg.slice(at + 4, length - 2));
    } else if (isFrame(marker)) {
      begin(at, marker);
    }
    if (marker != SCAN) {
      return next(at + 2 + length);
    }
    scans++;
    return afterScan(at + 2 + length);
  }

  /// The same segment holds XMP too, under another mark.
  private void exif(ByteBuffer content) {
    if (Orientation.isMarked(content)) {
      turn = Orientation.ofExif(content);
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void begin(int at, int marker) throws DamagedPictureException {
    if (frame != 0 || marker > PROGRESSIVE || marker < BASELINE) {
      throw new DamagedPictureException("not a kind of JPEG that is read");
    }
    frame = at;
  }

  /// Compressed bytes hold no markers but those to start over.
  private int afterScan(int from) {
    int at = from;
    while (true) {
      at = next(at);
      int marker = jpeg.get(at + 1) & 0xFF;
      if (marker != 0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD7)) {
        return at;
      }
      at += marker == 0xFF ? 1 : 2;
    }
  }

  /// Some cameras fill up what is between segments.
  private int next(int from) {
    int at = from;
    while (jpeg.get(at) != (byte) 0xFF) {
      at++;
    }
    return at;
  }
}
