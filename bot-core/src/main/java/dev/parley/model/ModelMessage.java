package dev.parley.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import java.util.List;

/// One entry of what the model is given: what people said, what it said itself, what its tools
/// found.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelMessage.FromUser.class, name = "user"),
  @JsonSubTypes.Type(value = ModelMessage.FromModel.class, name = "model"),
  @JsonSubTypes.Type(value = ModelMessage.SaidByModel.class, name = "said"),
  @JsonSubTypes.Type(value = ModelMessage.FromTools.class, name = "tools")
})
public sealed interface ModelMessage {
  /// What a conversation remembers of it.
  default ModelMessage remembered() {
    return this;
  }

  /// What people said.
  ///
  /// @param media what they showed with it
  /// @param remote what they showed that the provider has already
  record FromUser(String text, List<Media> media, List<RemoteMedia> remote)
      implements ModelMessage {
    /// @param media missing where an older version stored it
    public FromUser {
      media = media == null ? List.of() : List.copyOf(media);
      remote = remote == null ? List.of() : List.copyOf(remote);
    }

    public FromUser(String text, List<Media> media) {
      this(text, media, List.of());
    }

    public FromUser(String text) {
      this(text, List.of());
    }
  }

  /// What the model said before, as its provider wants it back.
  ///
  /// @param media the pictures in it, as far as they are still there: the content itself only names
  ///     them by their hashes, so that no history and no journal holds their bytes
  record FromModel(RawContent content, @JsonIgnore List<Media> media) implements ModelMessage {
    /// @param media missing where it was stored
    public FromModel {
      media = media == null ? List.of() : List.copyOf(media);
    }

    public FromModel(RawContent content) {
      this(content, List.of());
    }
  }

  /// What the model said before, where only its visible text is known: stopped, cut, or told by
  /// somebody else.
  record SaidByModel(String text) implements ModelMessage {}

  /// What the tools that the model asked for found, in the order of its calls.
  record FromTools(List<Answered> answers) implements ModelMessage {
    public FromTools {
      answers = List.copyOf(answers);
    }

    @Override
    public ModelMessage remembered() {
      return new FromTools(answers.stream().map(Answered::remembered).toList());
    }
  }

  /// A tool call with its result.
  record Answered(ToolCall call, ToolResult result) {
    private Answered remembered() {
      return result instanceof ToolResult.Success success
          ? new Answered(call, success.remembered())
          : this;
    }
  }
}
