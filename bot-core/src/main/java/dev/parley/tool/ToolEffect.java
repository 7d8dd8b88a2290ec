package dev.parley.tool;

/// What running a tool does to the world beside telling something.
///
/// @param changes whether something is different afterwards that people may not have wanted: such a
///     tool asks first
/// @param repeatable whether running it twice with the same arguments does no more than once: only
///     then is it run again where nobody knows whether it ran
public record ToolEffect(boolean changes, boolean repeatable) {
  /// It only looks.
  public static final ToolEffect READS = new ToolEffect(false, true);

  /// It changes something, each time anew.
  public static final ToolEffect CHANGES = new ToolEffect(true, false);

  /// It changes something; the second time there is nothing left to change.
  public static final ToolEffect SETS = new ToolEffect(true, true);
}
