package dev.parley.testkit.platform;

import dev.parley.identity.TenantId;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/// Rooms that live as long as the process.
public final class InMemoryRoomLog implements RoomLog {
  private static final int POSTS_KEPT = 1_000;

  private final Map<RoomKey, MemoryRoom> rooms = new HashMap<>();
  private final Set<Follower> followers = new CopyOnWriteArraySet<>();
  private final int postsKept;
  private long posted;

  private record RoomKey(TenantId tenant, String room) {}

  private record Follower(RoomKey room, Runnable changed, Object identity) {}

  public InMemoryRoomLog() {
    this(POSTS_KEPT);
  }

  /// @param postsKept how many posts each room keeps
  public InMemoryRoomLog(int postsKept) {
    this.postsKept = postsKept;
  }

  @Override
  public synchronized List<String> rooms(TenantId tenant, int most) {
    return rooms.entrySet().stream()
        .filter(room -> room.getKey().tenant().equals(tenant) && room.getValue().newest() > 0)
        .sorted(Comparator.comparingLong(room -> -room.getValue().newest()))
        .limit(most)
        .map(room -> room.getKey().room())
        .toList();
  }

  @Override
  public void post(TenantId tenant, String room, RoomPost post) {
    synchronized (this) {
      MemoryRoom memory = room(tenant, room);
      if (memory.post(post, posted + 1)) {
        posted++;
      }
      memory.trim(postsKept);
    }
    tell(tenant, room);
  }

  @Override
  public void show(TenantId tenant, String room, RoomDraft draft) {
    synchronized (this) {
      room(tenant, room).show(draft);
    }
    tell(tenant, room);
  }

  @Override
  public void hide(TenantId tenant, String room, String draftId) {
    synchronized (this) {
      room(tenant, room).hide(draftId);
    }
    tell(tenant, room);
  }

  private MemoryRoom room(TenantId tenant, String room) {
    return rooms.computeIfAbsent(new RoomKey(tenant, room), key -> new MemoryRoom());
  }

  private void tell(TenantId tenant, String room) {
    RoomKey key = new RoomKey(tenant, room);
    followers.stream()
        .filter(follower -> follower.room().equals(key))
        .forEach(follower -> follower.changed().run());
  }

  @Override
  public synchronized RoomView read(TenantId tenant, String room, String after, int mostPosts) {
    return room(tenant, room).read(after, mostPosts);
  }

  @Override
  public Following follow(TenantId tenant, String room, Runnable changed) {
    Follower follower = new Follower(new RoomKey(tenant, room), changed, new Object());
    followers.add(follower);
    return () -> followers.remove(follower);
  }
}
