package dev.parley.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an admin says about some tools for some people. It may leave questions open, which later
/// rules answer.
///
/// @param tools which ones; at least one of the patterns must match
/// @param allow whether they may be used
/// @param approval which of their calls ask first
/// @param approvers ids of people, roles and user groups that may approve calls besides the asker
///     and admins; empty where it does not say
public record ToolRule(
    List<NamePattern> tools,
    ToolAudience audience,
    Optional<Boolean> allow,
    Optional<Approval> approval,
    Set<String> approvers) {
  /// Which calls wait until a person approves them.
  public enum Approval {
    NEVER,
    /// Calls of tools that change something.
    CHANGES,
    ALWAYS
  }

  public ToolRule {
    tools = List.copyOf(tools);
    approvers = Set.copyOf(approvers);
    if (tools.isEmpty()) {
      throw new IllegalArgumentException("a rule is about some tools");
    }
  }

  boolean isAbout(String tool, ToolUser user) {
    return tools.stream().anyMatch(name -> name.matches(tool)) && audience.includes(user);
  }
}
