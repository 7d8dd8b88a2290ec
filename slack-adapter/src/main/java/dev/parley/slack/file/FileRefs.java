package dev.parley.slack.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what Slack tells of files (docs.slack.dev, "File object").
public final class FileRefs {
  /// Slack tells more only where it is asked, as in channels shared with other companies.
  static final String ASK = "ask";

  static final String GONE = "gone";
  static final String FORBIDDEN = "forbidden";
  static final String ELSEWHERE = "elsewhere";

  /// Between a preview's address and the file's own; addresses have none in them.
  static final String OR = " ";

  private static final Set<String> PHONE_PICTURES = Set.of("image/heic", "image/heif");

  /// From the largest.
  private static final List<String> PREVIEWS =
      List.of("thumb_1024", "thumb_960", "thumb_800", "thumb_720");

  private FileRefs() {}

  /// The files of a message.
  public static List<AttachmentRef> of(JsonNode message) {
    List<AttachmentRef> files = new ArrayList<>();
    message.path("files").forEach(file -> files.add(ref(file)));
    return files;
  }

  static AttachmentRef ref(JsonNode file) {
    return new AttachmentRef(
        file.path("id").asText(),
        first(file, "name", "title"),
        file.path("mimetype").asText(),
        preview(file).isEmpty() ? file.path("size").asLong() : 0,
        source(file));
  }

  /// Slack makes previews of HEIC that more programs can read; they hold nothing but the picture.
  private static Optional<String> preview(JsonNode file) {
    return PHONE_PICTURES.contains(file.path("mimetype").asText())
        ? PREVIEWS.stream()
            .map(size -> file.path(size).asText())
            .filter(address -> !address.isBlank())
            .findFirst()
        : Optional.empty();
  }

  private static String source(JsonNode file) {
    String mode = file.path("mode").asText();
    return switch (file.path("file_access").asText()) {
      case "check_file_info" -> ASK;
      case "file_not_found" -> GONE;
      case "access_denied" -> FORBIDDEN;
      default -> {
        if (mode.equals("tombstone") || mode.equals("hidden_by_limit")) {
          yield GONE;
        }
        yield mode.equals("external") || file.path("is_external").asBoolean()
            ? ELSEWHERE
            : preview(file).map(address -> address + OR).orElse("")
                + first(file, "url_private_download", "url_private");
      }
    };
  }

  private static String first(JsonNode file, String name, String other) {
    return Stream.of(name, other)
        .map(field -> file.path(field).asText())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
