package dev.parley.citation;

/// A page that was to be read for an answer, and could not be.
///
/// @param why in a few words for people, such as "it is behind a paywall"
public record Unread(String address, String why) {}
