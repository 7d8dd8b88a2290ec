package dev.parley.tool;

import dev.parley.usage.Booking;

/// What a tool meets when it runs.
///
/// @param user for whom, and where
/// @param booking where calls to the provider go that it makes
/// @param files of the conversation
public record ToolContext(ToolUser user, Booking booking, ToolFiles files) {}
