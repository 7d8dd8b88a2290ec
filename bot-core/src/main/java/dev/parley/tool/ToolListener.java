package dev.parley.tool;

import dev.parley.identity.TenantId;

/// Who wants to know how calls of tools went. Called on the threads of answers: never blocks, never
/// throws.
@FunctionalInterface
public interface ToolListener {
  /// Who does not care.
  ToolListener NONE = (_, _) -> {};

  /// A call of a tool is over.
  void called(TenantId tenant, ToolCalled call);
}
