package dev.parley.web.admin;

/// A part of what admins manage.
public sealed interface AdminPart permits AdminKnowledge {
  /// Adds the addresses of its API, all below `/api/admin`.
  void addTo(GuardedRoutes routes);
}
