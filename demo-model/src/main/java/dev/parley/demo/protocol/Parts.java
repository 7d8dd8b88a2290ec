package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The parts of content that a model speaks in.
public final class Parts {
  private Parts() {}

  public static ObjectNode text(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text);
  }

  public static ObjectNode thought(String text) {
    return text(text).put("thought", true);
  }

  /// A picture, as base64 in JSON.
  public static ObjectNode picture(String mediaType, byte[] bytes) {
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.putObject("inlineData")
        .put("mimeType", mediaType)
        .put("data", Base64.getEncoder().encodeToString(bytes));
    return part;
  }

  public static ObjectNode functionCall(String id, String name, JsonNode arguments) {
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.putObject("functionCall").put("id", id).put("name", name).set("args", arguments);
    return part;
  }

  /// As an older model calls: without an id.
  public static ObjectNode functionCall(String name, JsonNode arguments) {
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.putObject("functionCall").put("name", name).set("args", arguments);
    return part;
  }

  /// The part with a thought signature, which is base64 in JSON.
  public static ObjectNode signed(ObjectNode part, String signature) {
    byte[] bytes = signature.getBytes(StandardCharsets.UTF_8);
    return part.put("thoughtSignature", Base64.getEncoder().encodeToString(bytes));
  }
}
