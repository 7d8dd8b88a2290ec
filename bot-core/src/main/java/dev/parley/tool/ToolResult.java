package dev.parley.tool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.message.ReplyFile;
import java.util.List;

/// What became of a tool call, as the model is told.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ToolResult.Success.class, name = "success"),
  @JsonSubTypes.Type(value = ToolResult.Failure.class, name = "failure"),
  @JsonSubTypes.Type(value = ToolResult.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = ToolResult.Unknown.class, name = "unknown")
})
public sealed interface ToolResult {
  /// The files that people are shown with the answer.
  default List<ReplyFile> files() {
    return List.of();
  }

  /// The tool ran; this is what it found.
  ///
  /// @param files that people are shown with the answer, kept already by [ToolFiles]
  /// @param passing whether only the turn that runs may know the output: it quotes people, who can
  ///     delete what they said and be forgotten elsewhere
  record Success(JsonNode output, List<ReplyFile> files, boolean passing) implements ToolResult {
    private static final JsonNode PASSED =
        JsonNodeFactory.instance
            .objectNode()
            .put("note", "This was read then, and is not kept. Call the tool again to read it.");

    /// @param files missing where an older version stored it
    public Success {
      files = files == null ? List.of() : List.copyOf(files);
    }

    public Success(JsonNode output, List<ReplyFile> files) {
      this(output, files, false);
    }

    /// What quotes people.
    public static Success passing(JsonNode output) {
      return new Success(output, List.of(), true);
    }

    /// What a conversation remembers of it.
    public Success remembered() {
      return passing ? new Success(PASSED, files, true) : this;
    }

    public Success(JsonNode output) {
      this(output, List.of());
    }
  }

  /// The tool could not do it; the reason is worded for the model, so that it can mend its call.
  record Failure(String reason) implements ToolResult {}

  /// It has not run: it waits until a person approves it.
  ///
  /// @param id of the call, under which it waits
  /// @param until the last moment to approve it, in milliseconds since 1970
  /// @param files with its arguments, where they are too long to be shown
  record Waiting(String id, long until, List<ReplyFile> files) implements ToolResult {
    /// What the model is told.
    public static final String TOLD =
        "This call waits for a person's approval and has not run. Do not call it again, and do not"
            + " say that it has run. Say in one sentence what it will do once it is approved; a"
            + " button for that is shown below your answer.";

    public Waiting {
      files = List.copyOf(files);
    }
  }

  /// Nobody knows whether the tool did it. The model must not call it again by itself, and people
  /// are told.
  ///
  /// @param reason for people as well as for the model: the end of the sentence "nobody knows
  ///     whether it ran: …"
  record Unknown(String reason) implements ToolResult {}

  /// What is known of a call that began and did not come to its end: where it can be repeated,
  /// nothing is lost.
  static ToolResult brokenOff(ToolEffect effect, String reason) {
    return effect.repeatable() ? new Failure(reason) : new Unknown(reason);
  }
}
