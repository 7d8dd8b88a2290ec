package dev.parley.testkit.platform;

import dev.parley.platform.RoomLog;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The rooms in memory")
final class InMemoryRoomLogTest extends RoomLogContract {
  private static final int POSTS_KEPT = 20;

  private final RoomLog log = new InMemoryRoomLog(POSTS_KEPT);

  @Override
  protected RoomLog roomLog() {
    return log;
  }

  @Override
  protected RoomLog roomLogOfAnotherInstance() {
    return log;
  }

  @Override
  protected int postsKept() {
    return POSTS_KEPT;
  }
}
