package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.platform.RoomLog;

/// What instances tell each other about rooms: that something in one has changed.
final class RoomNews {
  private final Topic topic;

  RoomNews(Topic topic) {
    this.topic = topic;
  }

  static String change(TenantId tenant, String room) {
    return StoredJson.written(new Room(tenant, room));
  }

  /// A room of a tenant.
  private record Room(TenantId tenant, String name) {}

  RoomLog.Following follow(TenantId tenant, String room, Runnable changed) {
    String mine = change(tenant, room);
    Runnable end =
        topic.hear(
            message -> {
              if (message.equals(mine) || message.equals(Topic.PERHAPS_MISSED)) {
                changed.run();
              }
            });
    return end::run;
  }
}
