package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.picture.PictureIntake;
import dev.parley.picture.PictureOutcome;
import java.util.Locale;

/// Takes pictures among files.
final class TakenPictures {
  private static final long MILLION = 1_000_000;

  private final PictureIntake pictures;

  TakenPictures(PictureIntake pictures) {
    this.pictures = pictures;
  }

  /// Blocks; an interrupt ends the waiting.
  IntakeResult read(String name, String type, byte[] bytes) {
    try {
      return result(name, pictures.take(type, bytes));
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Refused(name, Reason.UNREACHABLE, "");
    }
  }

  private static IntakeResult result(String name, PictureOutcome outcome) {
    return switch (outcome) {
      case PictureOutcome.Ready ready ->
          FileContent.taken(
              name, ready.mediaType(), ready.bytes(), ready.frames() > 1 ? ready.frames() : 0);
      case PictureOutcome.TooManyPixels(long most) ->
          new Refused(name, Reason.TOO_MANY_PIXELS, number(most) + " pixels");
      case PictureOutcome.TooLong(int most) ->
          new Refused(name, Reason.TOO_MANY_PIXELS, number(most) + " pixels on one side");
      case PictureOutcome.TooManyFrames(int most) ->
          new Refused(name, Reason.TOO_MANY_PIXELS, number(most) + " frames");
      case PictureOutcome.Damaged() -> new Refused(name, Reason.BROKEN, "");
      case PictureOutcome.Unstrippable() -> new Refused(name, Reason.REVEALING, "");
      case PictureOutcome.NoRoom() -> new Refused(name, Reason.NO_ROOM, "");
    };
  }

  private static String number(long number) {
    return number % MILLION == 0 || number > 10 * MILLION
        ? number / MILLION + " million"
        : String.format(Locale.ROOT, "%,d", number);
  }
}
