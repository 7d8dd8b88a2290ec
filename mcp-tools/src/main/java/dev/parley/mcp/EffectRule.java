package dev.parley.mcp;

import dev.parley.tool.ToolEffect;

/// What an admin says that tools of a server do to the world.
public record EffectRule(NamePattern names, ToolEffect effect) {}
