package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.attachment.IntakeResult.Taken;
import dev.parley.picture.PictureIntake;
import dev.parley.recording.Recording;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a file as the model can be given it, and counts what it will take: pages, characters,
/// seconds.
final class FileExaminer {
  private static final String PDF = "application/pdf";
  private static final Set<String> FOR_PROVIDER =
      Set.of(PDF, "audio/", "video/", "application/mp4");
  private static final int SECONDS_IN_MINUTE = 60;

  private final ReadingLimits limits;
  private final DocumentReader documents;
  private final FileContent contents;

  FileExaminer(AttachmentSettings settings, DocumentReader documents) {
    this.limits = settings.reading();
    this.documents = documents;
    this.contents = new FileContent(new PictureIntake(settings.pictures()));
  }

  /// The file as the model can be given it. Blocks.
  ///
  /// @param declared its media type, as whoever sends it tells; empty where nobody does
  IntakeResult read(String name, String declared, byte[] bytes) {
    Optional<Recording> recording = Recording.in(ByteBuffer.wrap(bytes));
    if (recording.isPresent()) {
      return taken(name, bytes, recorded(name, recording.get()));
    }
    String type = FileContent.type(bytes);
    return DocumentType.of(type, bytes)
        .map(document -> document(name, type, document, bytes))
        .orElseGet(() -> plain(name, declared, contents.read(name, bytes)));
  }

  /// Whether a file that begins like this may be one which the model can be shown from where its
  /// provider keeps it. What is in a film, its end may tell.
  static boolean isForProvider(byte[] head) {
    String type = FileContent.type(head);
    return FOR_PROVIDER.stream().anyMatch(type::startsWith)
        || Recording.in(ByteBuffer.wrap(head)).isPresent();
  }

  static boolean isPdf(byte[] head) {
    return FileContent.type(head).equals(PDF);
  }

  /// Looks at such a file as a whole.
  Examined examine(String name, byte[] head, ByteBuffer content) {
    Optional<Recording> recording = Recording.in(content);
    if (recording.isPresent()) {
      return recorded(name, recording.get());
    }
    if (!isPdf(head)) {
      return new Examined.Unfit(new Refused(name, Reason.BROKEN, ""));
    }
    byte[] bytes = new byte[content.remaining()];
    content.get(content.position(), bytes);
    return switch (documents.read(DocumentType.PDF, bytes, limits.mostCharacters())) {
      case DocumentReading.Pages pages -> paged(name, PDF, pages.count());
      case DocumentReading.Unread unread -> new Examined.Unfit(unread(name, PDF, unread.why()));
      case DocumentReading.Words _ -> new Examined.Unfit(new Refused(name, Reason.BROKEN, ""));
    };
  }

  private static IntakeResult taken(String name, byte[] bytes, Examined examined) {
    return switch (examined) {
      case Examined.Fit fit -> FileContent.taken(name, fit.mediaType(), bytes, fit.extent());
      case Examined.Unfit unfit -> unfit.why();
    };
  }

  private Examined recorded(String name, Recording recording) {
    boolean sound = recording.kind() == Recording.Kind.SOUND;
    Duration longest = sound ? limits.longestSound() : limits.longestVideo();
    return recording.seconds() > longest.toSeconds()
        ? new Examined.Unfit(
            new Refused(name, Reason.TOO_LONG, time(longest) + (sound ? " of sound" : " of video")))
        : new Examined.Fit(recording.mediaType(), recording.seconds());
  }

  private Examined paged(String name, String type, int pages) {
    return pages > limits.mostPages()
        ? new Examined.Unfit(
            new Refused(name, Reason.TOO_LONG, number(limits.mostPages()) + " pages"))
        : new Examined.Fit(type, pages);
  }

  private static String time(Duration longest) {
    long seconds = longest.toSeconds();
    if (seconds % SECONDS_IN_MINUTE > 0) {
      return seconds + " seconds";
    }
    long minutes = longest.toMinutes();
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }

  private IntakeResult document(String name, String type, DocumentType document, byte[] bytes) {
    return switch (documents.read(document, bytes, limits.mostCharacters())) {
      case DocumentReading.Words words when words.text().isBlank() ->
          new Refused(name, Reason.NO_WORDS, "");
      case DocumentReading.Words words ->
          FileContent.taken(
              name, Attachment.TEXT, words.text().getBytes(StandardCharsets.UTF_8), 0);
      case DocumentReading.Pages pages -> taken(name, bytes, paged(name, type, pages.count()));
      case DocumentReading.Unread unread -> unread(name, type, unread.why());
    };
  }

  private Refused unread(String name, String type, DocumentReading.Obstacle why) {
    return switch (why) {
      case PROTECTED -> new Refused(name, Reason.PROTECTED, "");
      case DAMAGED -> new Refused(name, Reason.BROKEN, "");
      case INFLATED -> new Refused(name, Reason.INFLATED, "");
      case TOO_LONG -> tooLong(name);
      case TOO_MUCH_WORK -> new Refused(name, Reason.TOO_MUCH_WORK, "");
      case NO_DOCUMENT -> new Refused(name, Reason.WRONG_TYPE, "of the type " + type);
      case UNAVAILABLE -> new Refused(name, Reason.UNREADABLE_NOW, "");
    };
  }

  private Refused tooLong(String name) {
    return new Refused(name, Reason.TOO_LONG, number(limits.mostCharacters()) + " characters");
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private IntakeResult plain(String name, String declared, IntakeResult result) {
    if (!(result instanceof Taken taken) || !taken.file().isText()) {
      return result;
    }
    if (new DeclaredType(declared).isBinary()) {
      return new Refused(name, Reason.WRONG_TYPE, "a text and not what it is said to be");
    }
    String text = new String(taken.content().bytes(), StandardCharsets.UTF_8);
    return text.length() > limits.mostCharacters() ? tooLong(name) : taken;
  }
}
