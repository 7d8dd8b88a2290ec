package dev.parley.picture;

/// What became of a picture.
public sealed interface PictureOutcome {
  /// It was made anew.
  final class Ready implements PictureOutcome {
    private final String mediaType;
    private final byte[] bytes;
    private final int width;
    private final int height;
    private final int frames;

    /// @param bytes that nobody changes any more
    Ready(String mediaType, byte[] bytes, int width, int height, int frames) {
      this.mediaType = mediaType;
      this.bytes = bytes;
      this.width = width;
      this.height = height;
      this.frames = frames;
    }

    /// Of what was made.
    public String mediaType() {
      return mediaType;
    }

    /// The bytes themselves, not a copy.
    public byte[] bytes() {
      return bytes;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    /// How many the animation has that it is the first of; 1 where it is none.
    public int frames() {
      return frames;
    }
  }

  /// It has more pixels than its kind may have.
  record TooManyPixels(long most) implements PictureOutcome {}

  /// It is longer or higher than pictures may be.
  record TooLong(int most) implements PictureOutcome {}

  /// The animation has more frames than are looked through.
  record TooManyFrames(int most) implements PictureOutcome {}

  /// It ends too early, or is not what it begins as.
  record Damaged() implements PictureOutcome {}

  /// It would be shown with what the camera wrote into it.
  record Unstrippable() implements PictureOutcome {}

  /// It was not decoded for want of memory.
  record NoRoom() implements PictureOutcome {}
}
