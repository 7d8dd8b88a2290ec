package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The JSON object that a request carries; what is wrong with it is told in a sentence.
public final class JsonBody {
  private final JsonNode object;
  private final String where;

  private JsonBody(JsonNode object, String where) {
    this.object = object;
    this.where = where;
  }

  /// Reads the body of a request.
  ///
  /// @param example what a right body looks like, for those who sent a wrong one
  public static JsonBody of(Context request, int largestBody, String example) {
    requireJson(request);
    byte[] bytes =
        BoundedBody.read(
            request,
            largestBody,
            "The body is too large: at most " + largestBody + " bytes are taken.");
    JsonNode node = parsed(bytes, example);
    if (!node.isObject()) {
      throw RequestProblem.bad("The body must be a JSON object like " + example + ".");
    }
    return new JsonBody(node, "");
  }

  private static void requireJson(Context request) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals(Json.CONTENT_TYPE)) {
      throw new RequestProblem(
          415, "The content type must be application/json, not \"" + shortened(media) + "\".");
    }
  }

  private static JsonNode parsed(byte[] bytes, String example) {
    try {
      return Json.read(bytes);
    } catch (IOException e) {
      throw RequestProblem.bad("The body is not valid JSON; it should be like " + example + ".");
    }
  }

  /// A member that must be there and be text with something in it.
  public String text(String name, int longest) {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw RequestProblem.bad(
          "\""
              + where
              + name
              + "\" "
              + (value.isMissingNode() ? "is missing" : "is not a text")
              + ": it must be a text.");
    }
    if (value.textValue().isBlank()) {
      throw RequestProblem.bad("\"" + where + name + "\" must not be empty.");
    }
    return bounded(name, value.textValue(), longest);
  }

  private String bounded(String name, String value, int longest) {
    if (value.length() > longest) {
      throw RequestProblem.bad(
          "\""
              + where
              + name
              + "\" is too long: "
              + value.length()
              + " characters, where at most "
              + longest
              + " are taken.");
    }
    return value;
  }

  /// A member that must be there and be an id: text on one line, of whole characters.
  public String id(String name, int longest) {
    String value = text(name, longest);
    if (isUnfit(value)) {
      throw RequestProblem.bad("\"" + where + name + "\" has characters that no id may have.");
    }
    return value;
  }

  /// Whether no id may be like this.
  public static boolean isUnfit(String id) {
    return id.codePoints().anyMatch(JsonBody::isUnfit);
  }

  private static boolean isUnfit(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }

  /// A member that may be missing or null, and is text otherwise.
  Optional<String> optionalText(String name, int longest) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(text(name, longest));
  }

  /// A member that may be missing or blank, and is text otherwise; stripped.
  public String textOrNothing(String name, int longest) {
    JsonNode value = object.path(name);
    return value.isTextual() && value.textValue().isBlank()
        ? ""
        : optionalText(name, longest).map(String::strip).orElse("");
  }

  /// A member that may be missing or null, and is a list of texts otherwise.
  public List<String> optionalTexts(String name, int most, int longest) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    boolean texts = value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
    if (!texts || value.size() > most) {
      throw RequestProblem.bad(
          "\"" + where + name + "\" must be a list of texts, at most " + most + " of them.");
    }
    return value.valueStream().map(text -> bounded(name, text.textValue(), longest)).toList();
  }

  /// A member that must be an object.
  public JsonBody object(String name) {
    JsonNode value = object.path(name);
    if (!value.isObject()) {
      throw RequestProblem.bad("\"" + where + name + "\" must be an object.");
    }
    return new JsonBody(value, where + name + ".");
  }

  /// A member that must be a list of objects with something in it.
  Iterable<JsonBody> objects(String name) {
    JsonNode value = object.path(name);
    if (!value.isArray() || value.isEmpty()) {
      throw RequestProblem.bad("\"" + name + "\" must be a list with at least one entry.");
    }
    return () ->
        IntStream.range(0, value.size())
            .mapToObj(index -> entry(name, index, value.get(index)))
            .iterator();
  }

  private JsonBody entry(String name, int index, JsonNode value) {
    String place = where + name + "[" + index + "]";
    if (!value.isObject()) {
      throw RequestProblem.bad("\"" + place + "\" must be an object.");
    }
    return new JsonBody(value, place + ".");
  }

  /// The beginning of what somebody sent, for a sentence about it.
  public static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
