package dev.parley.web;

import io.javalin.config.JavalinConfig;
import java.util.Set;

/// A part of what the HTTP server answers.
@FunctionalInterface
public interface HttpRoutes {
  void addTo(JavalinConfig config);

  /// The addresses whose requests are signed, or prove otherwise where they come from, and so need
  /// no other protection.
  default Set<String> signedPaths() {
    return Set.of();
  }
}
