package dev.parley.picture;

/// What a picture says of itself before it is decoded.
///
/// @param width of its first frame at most
/// @param height of its first frame at most
/// @param frames of the animation; 1 where it is none
/// @param bytesPerPixel that decoding takes at most
/// @param whole whether no reader decodes it but whole
/// @param lossy whether it has been compressed as photos are
/// @param turn how it has to be turned to be upright
record PictureHeader(
    int width,
    int height,
    int frames,
    int bytesPerPixel,
    boolean whole,
    boolean lossy,
    Orientation turn) {
  /// Reads it without decoding a pixel.
  ///
  /// @throws DamagedPictureException where it is not all there
  static PictureHeader read(PictureKind kind, byte[] bytes) throws DamagedPictureException {
    PictureHeader header = told(kind, bytes);
    if (header.width < 1 || header.height < 1 || header.frames < 1) {
      throw new DamagedPictureException("a picture without pixels");
    }
    return header;
  }

  private static PictureHeader told(PictureKind kind, byte[] bytes) throws DamagedPictureException {
    try {
      return switch (kind) {
        case PNG -> PngHeader.read(bytes);
        case JPEG -> new JpegHeader(bytes).read();
        case GIF -> new GifHeader(bytes).read();
        case WEBP -> new WebpHeader(bytes).read();
      };
    } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
      throw new DamagedPictureException("cut off, or with lengths that lead astray: " + cutOff);
    }
  }

  long pixels() {
    return (long) width * height;
  }
}
