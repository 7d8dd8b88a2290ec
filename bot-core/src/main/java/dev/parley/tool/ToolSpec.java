package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/// What the model is told about a tool.
///
/// @param parameters the JSON Schema of the arguments
public record ToolSpec(String name, String description, JsonNode parameters) {
  /// Gemini's documentation of function declarations: at most 64 characters of this alphabet.
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.-]{0,63}");

  public ToolSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a tool's name: " + name);
    }
  }
}
