package dev.parley.picture;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Takes in pictures that people send. Each is looked at before it is decoded, and made anew from
/// its pixels: upright, no larger than the model needs, and with nothing in it but the picture.
public final class PictureIntake {
  private static final Set<String> HEIF = Set.of("image/heic", "image/heif");

  private final PictureSettings settings;
  private final Darkroom darkroom;

  public PictureIntake(PictureSettings settings) {
    this.settings = settings;
    this.darkroom = new Darkroom(settings.atOnce());
  }

  /// Whether files of this type are pictures that are taken in.
  public static boolean takes(String mediaType) {
    return PictureKind.of(mediaType).isPresent() || HEIF.contains(mediaType);
  }

  /// Blocks, also until others are done.
  ///
  /// @param mediaType by the content
  /// @param bytes that are not changed meanwhile
  public PictureOutcome take(String mediaType, byte[] bytes) throws InterruptedException {
    try {
      Optional<PictureKind> kind = PictureKind.of(mediaType);
      return kind.isPresent()
          ? decoded(kind.get(), bytes)
          : stripped(mediaType, new HeifFile(bytes));
    } catch (DamagedPictureException damaged) {
      return new PictureOutcome.Damaged();
    }
  }

  private PictureOutcome decoded(PictureKind kind, byte[] bytes)
      throws DamagedPictureException, InterruptedException {
    PictureHeader header = PictureHeader.read(kind, bytes);
    Optional<PictureOutcome> refusal = refused(header);
    return refusal.isPresent() ? refusal.get() : darkroom.develop(() -> anew(kind, bytes, header));
  }

  private Optional<PictureOutcome> refused(PictureHeader header) {
    long most = settings.mostPixels(header.whole());
    if (header.pixels() > most) {
      return Optional.of(new PictureOutcome.TooManyPixels(most));
    }
    if (Math.max(header.width(), header.height()) > PictureSettings.LONGEST_SIDE) {
      return Optional.of(new PictureOutcome.TooLong(PictureSettings.LONGEST_SIDE));
    }
    return header.frames() > settings.mostFrames()
        ? Optional.of(new PictureOutcome.TooManyFrames(settings.mostFrames()))
        : Optional.empty();
  }

  private PictureOutcome anew(PictureKind kind, byte[] bytes, PictureHeader header)
      throws IOException {
    return Encoder.encode(pixels(kind, bytes, header), header.lossy(), header.frames());
  }

  private Pixels pixels(PictureKind kind, byte[] bytes, PictureHeader header) throws IOException {
    return Pixels.of(
            Drawable.of(Decoder.first(kind, bytes, header, step(header))), settings.longestSide())
        .turned(header.turn());
  }

  /// Every which column and row is read, so that they fit into memory.
  private int step(PictureHeader header) {
    int step = 1;
    while (tooMuch(
        (header.width() + step - 1L) / step * ((header.height() + step - 1L) / step), header)) {
      step++;
    }
    return step;
  }

  private boolean tooMuch(long pixels, PictureHeader header) {
    return pixels > settings.decodedPixels()
        || pixels * header.bytesPerPixel() > settings.decodedBytes();
  }

  /// The model decodes it itself.
  private PictureOutcome stripped(String mediaType, HeifFile file) {
    return file.stripped()
        .<PictureOutcome>map(
            bytes ->
                (long) file.width() * file.height() > settings.mostPixels()
                    ? new PictureOutcome.TooManyPixels(settings.mostPixels())
                    : new PictureOutcome.Ready(mediaType, bytes, file.width(), file.height(), 1))
        .orElseGet(PictureOutcome.Unstrippable::new);
  }
}
