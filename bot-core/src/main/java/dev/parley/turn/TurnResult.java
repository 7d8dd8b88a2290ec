package dev.parley.turn;

import dev.parley.conversation.Turn;
import java.util.Optional;

/// How a turn ended, and what its conversation remembers of it.
///
/// @param memory empty where there is nothing that a later question could mean
public record TurnResult(TurnOutcome outcome, Optional<Turn> memory) {}
