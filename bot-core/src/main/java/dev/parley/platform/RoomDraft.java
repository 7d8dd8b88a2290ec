package dev.parley.platform;

import java.util.Optional;

/// An answer while it grows.
///
/// @param conversation the key of the turn's conversation, needed to stop it
/// @param asker the id of the person it answers, who may stop it
/// @param status what the bot is doing; empty once text comes
public record RoomDraft(
    String id,
    String turn,
    String conversation,
    String asker,
    Optional<String> thread,
    String status,
    String markdown) {}
