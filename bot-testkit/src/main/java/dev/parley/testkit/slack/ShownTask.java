package dev.parley.testkit.slack;

/// A line in a streamed message that says what a tool does.
///
/// @param status `pending`, `in_progress`, `complete` or `error`
public record ShownTask(String id, String title, String status, String details) {}
