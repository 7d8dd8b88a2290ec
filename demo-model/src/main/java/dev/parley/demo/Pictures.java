package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Describes files that people showed, as far as their bytes tell without anybody who sees them.
final class Pictures {
  private static final Pattern ABOUT_ONE =
      Pattern.compile("(?i)\\b(pictures?|images?|photos?|screenshots?|colou?rs?)\\b");

  private Pictures() {}

  /// About the files that came with the question, unless a picture is to be made of them.
  static Optional<String> shown(Talk talk) {
    return talk.request().wantsPictures() ? Optional.empty() : described(talk.latest(), "I got");
  }

  /// About the files that were shown last, where the question is about pictures.
  static Optional<String> shownBefore(Talk talk) {
    if (!ABOUT_ONE.matcher(talk.question()).find()) {
      return Optional.empty();
    }
    return talk.request().contents().reversed().stream()
        .filter(content -> !GeminiRequest.spokenByModel(content))
        .flatMap(content -> described(content, "You showed me").stream())
        .findFirst();
  }

  private static Optional<String> described(JsonNode content, String began) {
    List<String> files =
        Stream.concat(
                GeminiRequest.held(content, "inlineData").stream().map(Pictures::told),
                GeminiRequest.held(content, "fileData").stream().map(Pictures::named))
            .toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (files.size() == 1 ? began + " this file:" : began + " these files:")
            + "\n\n"
            + String.join("\n", files)
            + "\n\nWhat is *in* a picture only Gemini itself can tell.");
  }

  private static String told(JsonNode file) {
    String type = file.path("mimeType").asText("unknown type");
    byte[] bytes = bytesOf(file.path("data").asText(""));
    String size = String.format(Locale.ROOT, "%,d bytes", bytes.length);
    return PictureHeader.read(bytes)
        .map(
            header ->
                "- **%s** picture (`%s`), %s, %d × %d pixels%s"
                    .formatted(
                        header.format(),
                        type,
                        size,
                        header.width(),
                        header.height(),
                        Colours.of(bytes).map(colours -> "; its colours: " + colours).orElse("")))
        .orElse("- a file of type `%s`, %s".formatted(type, size));
  }

  private static String named(JsonNode file) {
    return "- a large file of type `%s`, which was uploaded before"
        .formatted(file.path("mimeType").asText("unknown type"));
  }

  private static byte[] bytesOf(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
