package dev.parley.gemini;

import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.FileData;
import com.google.genai.types.Part;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.PictureType;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pictures in what the model said. Histories hold a reference in their place, the SHA-256 of
/// the bytes, with the thought signature that Gemini wants back.
final class PictureParts {
  private static final String REFERENCE = "sha256:";
  private static final String UNSEEN = "[You made a picture here, which you cannot see any more.]";

  /// As much as the files of a question may have together: more could not be shown to the model
  /// again.
  private static final int MOST_BYTES = 15 << 20;

  private PictureParts() {}

  /// The picture in a part; empty where it has none that can be shown everywhere.
  static Optional<Media> read(Part part) {
    return part.inlineData()
        .flatMap(Blob::data)
        .filter(bytes -> bytes.length <= MOST_BYTES)
        .flatMap(
            bytes ->
                PictureType.of(bytes).map(type -> new Media(type, AttachmentContent.of(bytes))));
  }

  /// The part as it is remembered: without its bytes.
  static Part remembered(Part part, Media picture) {
    return part.toBuilder()
        .clearInlineData()
        .fileData(
            FileData.builder()
                .fileUri(REFERENCE + picture.content().sha256())
                .mimeType(picture.mediaType())
                .build())
        .build();
  }

  /// What the model said as it is given back: with the bytes of the pictures that are still there.
  static Content restored(ModelMessage.FromModel said) {
    Content content = Content.fromJson(said.content().json());
    List<Part> parts = content.parts().orElse(List.of());
    if (parts.stream().noneMatch(part -> hash(part).isPresent())) {
      return content;
    }
    Map<String, Media> pictures = new HashMap<>();
    said.media().forEach(picture -> pictures.put(picture.content().sha256(), picture));
    return content.toBuilder()
        .parts(parts.stream().map(part -> restored(part, pictures)).toList())
        .build();
  }

  /// What was said without the tools that were called, which image models do not know.
  static Content withoutCalls(Content content) {
    List<Part> parts = content.parts().orElse(List.of());
    return parts.stream().noneMatch(part -> part.functionCall().isPresent())
        ? content
        : content.toBuilder()
            .parts(parts.stream().filter(part -> part.functionCall().isEmpty()).toList())
            .build();
  }

  private static Part restored(Part part, Map<String, Media> pictures) {
    Optional<String> hash = hash(part);
    if (hash.isEmpty()) {
      return part;
    }
    return Optional.ofNullable(pictures.get(hash.get()))
        .map(picture -> shown(part, picture))
        // The signature belongs to the picture, and goes with it.
        .orElseGet(() -> Part.fromText(UNSEEN));
  }

  private static Part shown(Part part, Media picture) {
    return part.toBuilder()
        .clearFileData()
        .inlineData(
            Blob.builder().data(picture.content().bytes()).mimeType(picture.mediaType()).build())
        .build();
  }

  private static Optional<String> hash(Part part) {
    return part.fileData()
        .flatMap(FileData::fileUri)
        .filter(uri -> uri.startsWith(REFERENCE))
        .map(uri -> uri.substring(REFERENCE.length()));
  }
}
