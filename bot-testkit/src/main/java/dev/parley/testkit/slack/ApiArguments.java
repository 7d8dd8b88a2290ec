package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a call's arguments and token, however they are sent.
///
/// @param token empty where there is none
record ApiArguments(String token, Map<String, JsonNode> values, List<String> warnings) {
  private static final String BEARER = "bearer ";

  static ApiArguments of(Context request) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    texts(request.queryParamMap(), values);
    String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      if (!type.contains("charset")) {
        warnings.add("missing_charset");
      }
      json(request.body(), values);
    } else {
      texts(request.formParamMap(), values);
    }
    JsonNode inForm = values.remove("token");
    String token = bearer(request);
    return new ApiArguments(
        token.isEmpty() && inForm != null ? inForm.asText() : token, values, warnings);
  }

  private static void texts(Map<String, List<String>> given, Map<String, JsonNode> values) {
    given.forEach((name, texts) -> values.put(name, TextNode.valueOf(texts.getLast())));
  }

  private static void json(String body, Map<String, JsonNode> values) {
    JsonNode given;
    try {
      given = Json.parse(body);
    } catch (IllegalArgumentException e) {
      throw new SlackRefusedException("invalid_json");
    }
    if (!given.isObject()) {
      throw new SlackRefusedException("json_not_object");
    }
    given.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
  }

  private static String bearer(Context request) {
    String header = request.header("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : "";
  }

  String text(String name) {
    JsonNode value = values.get(name);
    return value == null ? "" : value.asText();
  }
}
