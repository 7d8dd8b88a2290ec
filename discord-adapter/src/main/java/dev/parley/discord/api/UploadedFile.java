package dev.parley.discord.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.attachment.AttachmentContent;
import java.util.List;

/// A file that is sent to Discord.
///
/// @param description for those who do not see it
public record UploadedFile(
    String name, String mediaType, AttachmentContent content, String description) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What a message says of the files that are sent with it: it has these from then on, and no
  /// others.
  public static ArrayNode described(List<UploadedFile> files) {
    ArrayNode attachments = JSON.createArrayNode();
    for (int number = 0; number < files.size(); number++) {
      UploadedFile file = files.get(number);
      attachments
          .addObject()
          .put("id", number)
          .put("filename", file.name())
          .put("description", file.description());
    }
    return attachments;
  }
}
