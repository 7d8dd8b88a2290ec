package dev.parley.slack.workspace;

/// Somebody as a workspace knows them.
///
/// @param name that others see
/// @param manages whether they administrate or own the workspace
public record Person(String name, boolean manages) {}
