package dev.parley.argument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;

/// The JSON Schema of a tool's arguments. Safe for use by many threads at once.
public final class ArgumentSchema {
  /// What is put right may show what else is wrong, one level deeper each time.
  private static final int MOST_MENDINGS = 4;

  private final ArgumentWording wording;
  private final Schema schema;

  ArgumentSchema(JsonNode source, Schema schema) {
    this.wording = new ArgumentWording(source);
    this.schema = schema;
  }

  /// Checks the arguments of a call, and puts right what can only be meant in one way: a number or
  /// a truth value that is written as a text.
  public CheckedArguments check(JsonNode arguments) {
    JsonNode given =
        arguments.isMissingNode() || arguments.isNull()
            ? JsonNodeFactory.instance.objectNode()
            : arguments;
    try {
      return checked(given);
    } catch (StackOverflowError endless) {
      return new CheckedArguments.Unfitting(
          "the tool's own JSON Schema refers to itself without end");
    }
  }

  private CheckedArguments checked(JsonNode given) {
    JsonNode arguments = given;
    List<Error> problems = schema.validate(arguments);
    for (int time = 0; time < MOST_MENDINGS && !problems.isEmpty(); time++) {
      Mending mending = new Mending(arguments, wording);
      if (!mending.mend(problems)) {
        break;
      }
      arguments = mending.mended();
      problems = schema.validate(arguments);
    }
    return problems.isEmpty()
        ? new CheckedArguments.Fitting(arguments)
        : new CheckedArguments.Unfitting(wording.of(problems));
  }
}
