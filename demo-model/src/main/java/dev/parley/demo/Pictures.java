package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Describes the files that came with the question, as far as their first bytes tell.
final class Pictures implements Skill {
  @Override
  public Optional<String> answer(Talk talk) {
    List<String> files =
        Stream.concat(
                GeminiRequest.held(talk.latest(), "inlineData").stream().map(Pictures::told),
                GeminiRequest.held(talk.latest(), "fileData").stream().map(Pictures::named))
            .toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (files.size() == 1 ? "I got this file:" : "I got these files:")
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
                "- **%s** picture (`%s`), %s, %d × %d pixels"
                    .formatted(header.format(), type, size, header.width(), header.height()))
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
