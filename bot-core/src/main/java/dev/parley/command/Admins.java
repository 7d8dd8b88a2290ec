package dev.parley.command;

import dev.parley.identity.Requester;
import java.util.Collections;
import java.util.Set;

/// Who is an admin besides those that the platform names.
///
/// @param ids of people, roles and user groups
public record Admins(Set<String> ids) {
  public static final Admins NONE = new Admins(Set.of());

  public Admins {
    ids = Set.copyOf(ids);
  }

  /// The same command, given by an admin where this is one.
  CommandInvocation recognised(CommandInvocation invocation) {
    boolean one =
        ids.contains(invocation.author().id().value())
            || !Collections.disjoint(ids, invocation.groups());
    return one ? invocation.byAdmin() : invocation;
  }

  /// The same person, as an admin where this is one.
  public Requester recognised(Requester by) {
    return ids.contains(by.user().value()) ? new Requester(by.user(), true) : by;
  }
}
