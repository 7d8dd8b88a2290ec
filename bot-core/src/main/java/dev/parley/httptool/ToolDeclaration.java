package dev.parley.httptool;

import dev.parley.secret.Secret;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/// A tool as somebody described it.
///
/// @param doing what people read while it runs
/// @param steps in their order, each with the values of those before it
/// @param result what the model is told; what the last step took, where it is empty
public record ToolDeclaration(
    ToolSpec spec,
    ToolEffect effect,
    Optional<String> doing,
    ToolLimits limits,
    List<HttpStep> steps,
    Optional<TreeTemplate> result) {
  public ToolDeclaration {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a tool needs a step");
    }
  }

  /// What must not be told to anybody.
  public List<Secret> secrets() {
    return steps.stream().flatMap(step -> step.secrets().stream()).distinct().toList();
  }
}
