package dev.parley.web;

import io.javalin.config.RoutesConfig;

/// A part of what the HTTP server answers.
@FunctionalInterface
public interface HttpRoutes {
  void addTo(RoutesConfig routes);
}
