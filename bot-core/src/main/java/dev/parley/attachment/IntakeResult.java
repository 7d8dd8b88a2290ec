package dev.parley.attachment;

import java.util.Optional;

/// What became of a file on a message.
public sealed interface IntakeResult {
  /// The file, where the model can be shown it.
  default Optional<Attachment> readable() {
    return switch (this) {
      case Taken taken -> Optional.of(taken.file());
      case Given given -> Optional.of(given.file());
      case Refused _ -> Optional.empty();
    };
  }

  /// It can be shown to the model.
  record Taken(Attachment file, AttachmentContent content) implements IntakeResult {}

  /// It was too large for a request, and is with the provider, where the model finds it.
  record Given(Attachment file, ProviderFile where) implements IntakeResult {}

  /// It cannot.
  ///
  /// @param fact the limit that it passes, in words, or what it is instead; else empty
  record Refused(String name, Reason why, String fact) implements IntakeResult {
    public Refused {
      name = FileName.plain(name);
    }

    /// One sentence for people and for the model.
    public String sentence() {
      return "I could not read " + name + ": " + because();
    }

    private String because() {
      return switch (why) {
        case TOO_MANY -> "a message may have at most " + fact + " files.";
        case TOO_LARGE -> "it is larger than " + fact + ".";
        case TOO_LARGE_TOGETHER -> "the files of a question may have " + fact + " together.";
        case TOO_MANY_PIXELS -> "the picture has more than " + fact + ".";
        case TOO_LONG -> "it has more than " + fact + ".";
        case EMPTY -> "it is empty.";
        case BROKEN -> "it is damaged.";
        case REVEALING ->
            "I cannot take out of this kind of HEIC where and when it was taken. Please send it as"
                + " a JPEG.";
        case NO_ROOM -> "I have no room for it now. Please send it again later, or smaller.";
        case PROTECTED -> "it is protected by a password. Please send it without one.";
        case INFLATED -> "it unpacks to far more than a document holds.";
        case TOO_MUCH_WORK -> "reading it takes too much time or memory.";
        case NO_WORDS -> "there are no words in it.";
        case UNREADABLE_NOW -> "documents cannot be read right now. Please send it again.";
        case WRONG_TYPE ->
            "it is "
                + fact
                + ". I read pictures (PNG, JPEG, WebP, GIF, HEIC), sound (MP3, WAV, OGG, FLAC, AIFF,"
                + " AAC, M4A, WebM), video (MP4, MOV, WebM, MPEG, AVI, 3GP), PDF, office documents"
                + " (Word, Excel, PowerPoint, OpenDocument, RTF) and text files.";
        case GONE -> "it is not there any more.";
        case FORBIDDEN -> "I am not allowed to open it.";
        case ELSEWHERE -> "it is kept by another service. Please upload the file itself.";
        case UNREACHABLE -> "it could not be fetched. Please send it again.";
      };
    }
  }

  /// Why a file is not taken.
  enum Reason {
    TOO_MANY,
    TOO_LARGE,
    TOO_LARGE_TOGETHER,
    TOO_MANY_PIXELS,
    REVEALING,
    NO_ROOM,
    TOO_LONG,
    EMPTY,
    BROKEN,
    PROTECTED,
    INFLATED,
    TOO_MUCH_WORK,
    NO_WORDS,
    UNREADABLE_NOW,
    WRONG_TYPE,
    GONE,
    FORBIDDEN,
    ELSEWHERE,
    UNREACHABLE
  }
}
