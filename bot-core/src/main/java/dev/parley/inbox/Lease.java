package dev.parley.inbox;

/// The right to run a turn, as long as it is renewed. The token grows with each claim of a
/// conversation, so what an owner of old still does is recognised and refused.
public record Lease(TurnRef turn, long token) {}
