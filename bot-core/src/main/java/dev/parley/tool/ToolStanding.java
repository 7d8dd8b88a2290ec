package dev.parley.tool;

/// A tool that is there, and how it stands with somebody.
public record ToolStanding(ToolSpec spec, ToolAccess access) {}
