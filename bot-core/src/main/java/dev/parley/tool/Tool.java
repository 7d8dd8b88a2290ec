package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// Something that the model may do besides talk.
public interface Tool {
  ToolSpec spec();

  /// Runs the tool. Blocking; ends early when the thread is interrupted.
  ToolResult run(JsonNode arguments, ToolContext context);

  /// What running it does to the world.
  ToolEffect effect();

  /// Whether it is of use only in a conversation that the bot keeps: because it shows files there
  /// or reads what was said in it.
  default boolean needsConversation() {
    return false;
  }

  /// Whether it is of any use to somebody where they ask; else it is not offered.
  default boolean suits(ToolUser user) {
    return true;
  }

  /// Whether what it finds are documents, in which others may have written what looks like an order
  /// to the bot: what is called after it and changes something asks first.
  default boolean quotesDocuments() {
    return false;
  }

  /// How long it may take.
  ///
  /// @param usual for most tools
  default Duration timeLimit(Duration usual) {
    return usual;
  }

  /// What people read that the bot is at while it runs.
  default String doing() {
    return "Using " + spec().name() + "…";
  }

  /// What people read of one call of it, such as "Weather: Paris": few plain words on one line.
  default String title(JsonNode arguments) {
    return CallTitle.of(spec().name(), arguments);
  }
}
