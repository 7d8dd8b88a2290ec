package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;

/// A tool whose arguments are a record. The JSON Schema that the model is given is derived from its
/// components; only what fits it comes to the tool.
///
/// @param <A> its arguments: texts, numbers, truth values, enums, lists and records of these;
///     what may be left out is an `Optional`
public abstract class RecordTool<A extends Record> implements Tool {
  private final ToolSpec spec;
  private final RecordSchema<A> schema;

  /// @param name as the model calls it
  /// @param description what it does and when to use it, for the model
  protected RecordTool(String name, String description, Class<A> arguments) {
    this.schema = new RecordSchema<>(arguments);
    this.spec = new ToolSpec(name, description, schema.json());
  }

  @Override
  public final ToolSpec spec() {
    return spec;
  }

  @Override
  public final ToolResult run(JsonNode arguments, ToolContext context) {
    try {
      return run(schema.read(arguments), context);
    } catch (IllegalArgumentException unfitting) {
      return new ToolResult.Failure(String.valueOf(unfitting.getMessage()));
    }
  }

  /// Runs the tool. Blocking; ends early when the thread is interrupted.
  protected abstract ToolResult run(A arguments, ToolContext context);
}
