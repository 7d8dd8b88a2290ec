package dev.parley.slack.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads what Slack tells of files (docs.slack.dev, "File object").
public final class FileRefs {
  /// Slack tells more only where it is asked, as in channels shared with other companies.
  static final String ASK = "ask";

  static final String GONE = "gone";
  static final String FORBIDDEN = "forbidden";
  static final String ELSEWHERE = "elsewhere";

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
        file.path("size").asLong(),
        source(file));
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
            : first(file, "url_private_download", "url_private");
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
