package dev.parley.argument;

/// What came of reading a JSON Schema.
public sealed interface SchemaReading {
  /// Arguments can be checked against it.
  record Usable(ArgumentSchema schema) implements SchemaReading {}

  /// It says nothing that arguments could be checked against.
  ///
  /// @param problem the rest of a sentence about the schema
  record Broken(String problem) implements SchemaReading {}
}
