package dev.parley.platform;

/// What a platform can do that others cannot.
///
/// @param streams whether an answer can grow before people's eyes
/// @param takesFiles whether its messages may carry files to the bot
/// @param tells whether it can say something to one person alone, without being asked
/// @param groups whether it knows groups that people are in, such as roles
public record PlatformCapabilities(
    boolean streams, boolean takesFiles, boolean tells, boolean groups) {}
