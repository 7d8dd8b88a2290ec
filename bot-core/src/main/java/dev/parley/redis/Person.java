package dev.parley.redis;

import dev.parley.identity.ConversationId;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;

/// Somebody of a tenant, by the marks that they are found by in Redis.
record Person(TenantId tenant, UserId user) {
  String id() {
    return user.value();
  }

  /// How all that is kept as JSON names them.
  String named() {
    return StoredJson.written(user);
  }

  /// What the keys of conversations end with that are theirs alone.
  String endOfOwn() {
    return ConversationId.endOfOwn(user);
  }
}
