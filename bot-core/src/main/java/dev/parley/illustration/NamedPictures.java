package dev.parley.illustration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.model.Media;
import dev.parley.tool.ToolFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the pictures of a conversation by the names that a model gives them.
final class NamedPictures {
  private static final int MOST_TOLD = 20;

  private NamedPictures() {}

  /// Which pictures are meant.
  sealed interface Choice {}

  record Found(List<Media> pictures) implements Choice {}

  /// One is not there; the reason is for the model.
  record Missing(String why) implements Choice {}

  /// The pictures with these names: of several with one name, the latest.
  static Choice in(ToolFiles files, JsonNode names) {
    List<Attachment> pictures =
        files.there().stream().filter(file -> file.mediaType().startsWith("image/")).toList();
    List<Media> found = new ArrayList<>();
    for (String name : names(names)) {
      Optional<Attachment> meant =
          pictures.reversed().stream()
              .filter(picture -> picture.name().equalsIgnoreCase(name))
              .findFirst();
      if (meant.isEmpty()) {
        return new Missing(unknown(name, pictures));
      }
      Optional<AttachmentContent> content = files.read(meant.get());
      if (content.isEmpty()) {
        return new Missing(name + " is not kept any more; it has to be sent again");
      }
      found.add(new Media(meant.get().mediaType(), content.get()));
    }
    return new Found(found);
  }

  private static List<String> names(JsonNode names) {
    return (names.isTextual() ? List.of(names) : names.valueStream().toList())
        .stream().map(JsonNode::asText).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private static String unknown(String name, List<Attachment> pictures) {
    if (pictures.isEmpty()) {
      return "there is no picture in this conversation";
    }
    String there =
        pictures.reversed().stream()
            .map(Attachment::name)
            .distinct()
            .limit(MOST_TOLD)
            .collect(Collectors.joining(", "));
    return "there is no picture named " + name + "; there are: " + there;
  }
}
