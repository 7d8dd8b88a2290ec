package dev.parley.web;

import io.javalin.config.JavalinConfig;

/// A part of what the HTTP server answers.
@FunctionalInterface
public interface HttpRoutes {
  void addTo(JavalinConfig config);
}
