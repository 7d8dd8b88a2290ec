package dev.parley.tool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.ReplyFile;
import java.util.List;

/// What became of a tool call; both endings are told to the model.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ToolResult.Success.class, name = "success"),
  @JsonSubTypes.Type(value = ToolResult.Failure.class, name = "failure")
})
public sealed interface ToolResult {
  /// The tool ran; this is what it found.
  ///
  /// @param files that people are shown with the answer, kept already by [ToolFiles]
  record Success(JsonNode output, List<ReplyFile> files) implements ToolResult {
    /// @param files missing where an older version stored it
    public Success {
      files = files == null ? List.of() : List.copyOf(files);
    }

    public Success(JsonNode output) {
      this(output, List.of());
    }
  }

  /// The tool could not do it; the reason is worded for the model, so that it can mend its call.
  record Failure(String reason) implements ToolResult {}
}
