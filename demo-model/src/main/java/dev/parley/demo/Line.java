package dev.parley.demo;

import java.util.Optional;

/// What one person, or the model, said at once.
record Line(Optional<String> speaker, boolean byModel, String text) {
  String who() {
    return byModel ? "Bot" : speaker.orElse("You");
  }
}
