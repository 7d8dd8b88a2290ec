package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One page that follows one room. Each event carries all new posts and the position after them,
/// so a page that comes back with the last position it saw misses nothing and sees nothing twice.
final class RoomWatcher {
  private static final int RETRY_MILLIS = 1_000;

  private final RoomLog log;
  private final RoomJson json;
  private final WebSettings settings;
  private final RoomName room;
  private final EventStream stream;
  private final Wake wake = new Wake();
  private volatile boolean ended;
  private Optional<RoomLog.Following> following = Optional.empty();
  private boolean inStep;
  private List<RoomDraft> drafts = List.of();
  private String position;
  private long lastWrite;

  RoomWatcher(
      RoomLog log,
      RoomJson json,
      WebSettings settings,
      RoomName room,
      String position,
      EventStream stream) {
    this.log = log;
    this.json = json;
    this.settings = settings;
    this.room = room;
    this.position = position;
    this.stream = stream;
  }

  /// Blocks until the page is gone, which its stream says by an exception, or [#end()].
  void run() throws InterruptedException {
    stream.retryAfterMillis(RETRY_MILLIS);
    try {
      while (!ended) {
        look();
        wake.await(shortest(settings.pace().lookInterval(), settings.pace().heartbeat()));
      }
    } finally {
      following.ifPresent(RoomLog.Following::close);
    }
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void look() {
    try {
      if (following.isEmpty()) {
        following = Optional.of(log.follow(RoomName.TENANT, room.value(), wake::ring));
      }
      show(log.read(RoomName.TENANT, room.value(), position, settings.limits().mostPosts()));
    } catch (StoreUnavailableException e) {
      inStep = false;
      stream.event("away", RequestProblem.body(WebWording.STORE_AWAY));
      lastWrite = System.nanoTime();
    }
  }

  private void show(RoomView view) {
    if (!inStep || !view.posts().isEmpty() || !drafts.equals(view.drafts())) {
      List<RoomDraft> grown =
          view.drafts().stream().filter(draft -> !inStep || !drafts.contains(draft)).toList();
      stream.event("change", view.position(), json.change(view, grown));
      lastWrite = System.nanoTime();
    } else if (System.nanoTime() - lastWrite >= settings.pace().heartbeat().toNanos()) {
      stream.heartbeat();
      lastWrite = System.nanoTime();
    }
    inStep = true;
    drafts = view.drafts();
    position = view.position();
  }

  /// Ends the stream soon; from any thread.
  void end() {
    ended = true;
    wake.ring();
  }
}
