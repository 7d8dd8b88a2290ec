package dev.parley.discord.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;

/// The files of a message, before they are fetched. Their addresses are signed and run out ("Signed
/// Attachment CDN URLs"), so the message is kept where new ones can be had.
public final class FileRefs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> PHONE_PICTURES = Set.of("image/heic", "image/heif");

  private FileRefs() {}

  /// The files that are told of in one message and can be asked for by another, which may be the
  /// same.
  ///
  /// @param asked the message that the bot can fetch
  public static List<AttachmentRef> of(JsonNode message, JsonNode asked) {
    List<AttachmentRef> files = new ArrayList<>();
    for (JsonNode file : message.path("attachments")) {
      ObjectNode source = JSON.createObjectNode();
      source.put("c", asked.path("channel_id").asText());
      source.put("m", asked.path("id").asText());
      files.add(ref(file, source));
    }
    return files;
  }

  /// A file that was given with a command, which no message holds.
  public static AttachmentRef ofOption(Message.Attachment file) {
    return ref(
        JSON.createObjectNode()
            .put("id", file.getId())
            .put("filename", file.getFileName())
            .put("content_type", file.getContentType())
            .put("size", file.getSize())
            .put("width", file.getWidth())
            .put("proxy_url", file.getProxyUrl())
            .put("url", file.getUrl()),
        JSON.createObjectNode());
  }

  private static AttachmentRef ref(JsonNode file, ObjectNode source) {
    String type = file.path("content_type").asText("").replaceFirst(";.*", "").strip();
    boolean shown = PHONE_PICTURES.contains(type) && file.path("width").asInt() > 0;
    if (shown) {
      source.put("p", asJpeg(file.path("proxy_url").asText()));
    }
    return new AttachmentRef(
        file.path("id").asText(),
        file.path("filename").asText("a file"),
        type,
        shown ? 0 : file.path("size").asLong(),
        source.put("u", file.path("url").asText()).toString());
  }

  /// Discord's media proxy shows HEIC that it can measure in other formats.
  private static String asJpeg(String url) {
    String between = url.contains("?") ? "&" : "?";
    return url + (url.endsWith("&") || url.endsWith("?") ? "" : between) + "format=jpeg";
  }

  static JsonNode source(AttachmentRef file) {
    try {
      return JSON.readTree(file.source());
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("not a file of Discord's", notOurs);
    }
  }
}
