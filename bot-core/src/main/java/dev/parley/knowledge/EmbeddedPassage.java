package dev.parley.knowledge;

import dev.parley.model.Embedding;
import java.util.Optional;

/// A passage with its vector, where it has one.
public record EmbeddedPassage(Passage passage, Optional<Embedding> embedding) {}
