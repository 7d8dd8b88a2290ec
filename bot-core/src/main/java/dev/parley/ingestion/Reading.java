package dev.parley.ingestion;

import java.time.Duration;
import java.util.Optional;

/// What became of reading a material; sentences for people say why it could not be read.
public sealed interface Reading {
  /// A sentence about what stands in the way.
  static String because(String reason) {
    return "I could not read it: " + reason + ".";
  }

  /// What it says.
  record Said(SourceText text) implements Reading {}

  /// It cannot be read, whenever that is tried.
  record Unreadable(String told) implements Reading {}

  /// It is not there, or not any more.
  record Missing(String told) implements Reading {}

  /// It cannot be read at the moment.
  ///
  /// @param pause as somebody asks for; empty where nobody does
  record NotNow(String told, Optional<Duration> pause) implements Reading {}
}
