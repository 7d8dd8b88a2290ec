package dev.parley.platform;

/// What a platform can do that others cannot.
///
/// @param streams whether an answer can grow before people's eyes
/// @param takesFiles whether its messages may carry files to the bot
public record PlatformCapabilities(boolean streams, boolean takesFiles) {}
