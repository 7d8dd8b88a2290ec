package dev.parley.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Cuts what tools tell to a size. The model is told that something is missing, and how much.
public final class ShortResult {
  /// Less than this holds not even the note about what is missing.
  public static final int LEAST_BYTES = 256;

  private static final int LONGEST_REASON = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShortResult() {}

  /// The result itself where it fits, or what can be kept of it. Files stay.
  ///
  /// @param bytes of its output as JSON; at least [#LEAST_BYTES]
  public static ToolResult of(ToolResult result, int bytes) {
    return switch (result) {
      case ToolResult.Success success ->
          new ToolResult.Success(
              output(success.output(), bytes), success.files(), success.passing());
      case ToolResult.Failure(String reason) -> new ToolResult.Failure(reason(reason));
      case ToolResult.Unknown(String reason) -> new ToolResult.Unknown(reason(reason));
      case ToolResult.Waiting waiting -> waiting;
    };
  }

  private static String reason(String reason) {
    return reason.length() <= LONGEST_REASON
        ? reason
        : beginning(reason, LONGEST_REASON) + "… (cut)";
  }

  private static JsonNode output(JsonNode output, int bytes) {
    if (size(output) <= bytes) {
      return output;
    }
    String text = output.isTextual() ? output.asText() : output.toString();
    int fits = 0;
    int tooLong = Math.min(text.length(), bytes) + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      if (size(cut(text, middle)) <= bytes) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return cut(text, fits);
  }

  private static ObjectNode cut(String text, int length) {
    String beginning = beginning(text, length);
    return JsonNodeFactory.instance
        .objectNode()
        .put("cut", true)
        .put(
            "left_out",
            "%d of %d characters".formatted(text.length() - beginning.length(), text.length()))
        .put("beginning", beginning);
  }

  /// A beginning that ends with a whole character.
  private static String beginning(String text, int length) {
    boolean splits =
        length > 0
            && length < text.length()
            && Character.isHighSurrogate(text.charAt(length - 1))
            && Character.isLowSurrogate(text.charAt(length));
    return text.substring(0, splits ? length - 1 : length);
  }

  private static int size(JsonNode node) {
    try {
      return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8).length;
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
