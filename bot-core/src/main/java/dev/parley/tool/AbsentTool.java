package dev.parley.tool;

/// A tool that cannot be called now.
///
/// @param name its own, or that of all tools of a source, such as `github__*`
/// @param reason a sentence for people: what is missing, and what would bring it
public record AbsentTool(String name, String reason) {}
