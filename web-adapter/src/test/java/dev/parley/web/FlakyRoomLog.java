package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import dev.parley.testkit.platform.InMemoryRoomLog;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Rooms whose store can go away, and whose notifications can be lost.
final class FlakyRoomLog implements RoomLog {
  private final RoomLog rooms = new InMemoryRoomLog();
  final AtomicInteger shows = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  volatile CountDownLatch readable = new CountDownLatch(0);
  volatile boolean away;
  volatile boolean broken;
  volatile boolean deaf;

  private RoomLog store() {
    if (away) {
      throw new StoreUnavailableException("the store is away", null);
    }
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return rooms;
  }

  @Override
  public List<String> rooms(TenantId tenant, int most) {
    return store().rooms(tenant, most);
  }

  @Override
  public void post(TenantId tenant, String room, RoomPost post) {
    store().post(tenant, room, post);
  }

  @Override
  public void show(TenantId tenant, String room, RoomDraft draft) {
    shows.incrementAndGet();
    store().show(tenant, room, draft);
  }

  @Override
  public void hide(TenantId tenant, String room, String draftId) {
    store().hide(tenant, room, draftId);
  }

  @Override
  public RoomView read(TenantId tenant, String room, String after, int mostPosts) {
    reads.incrementAndGet();
    try {
      readable.await();
    } catch (InterruptedException e) {
      throw new StoreUnavailableException("interrupted", e);
    }
    return store().read(tenant, room, after, mostPosts);
  }

  @Override
  public Following follow(TenantId tenant, String room, Runnable changed) {
    return store()
        .follow(
            tenant,
            room,
            () -> {
              if (!deaf) {
                changed.run();
              }
            });
  }
}
