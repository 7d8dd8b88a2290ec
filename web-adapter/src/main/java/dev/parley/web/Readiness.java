package dev.parley.web;

import java.util.List;

/// Tells whether the bot can do its work now.
@FunctionalInterface
public interface Readiness {
  /// What is in the way, one sentence each; empty where the bot is ready. Must not block long.
  List<String> problems();
}
