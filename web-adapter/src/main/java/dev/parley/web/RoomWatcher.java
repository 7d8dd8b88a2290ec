package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.platform.RoomLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One page that follows one room. Each event carries all new posts and the position after them,
/// so a page that comes back with the last position it saw misses nothing and sees nothing twice.
final class RoomWatcher {
  private static final int RETRY_MILLIS = 1_000;

  private final RoomLog log;
  private final RoomReadings readings;
  private final WebSettings settings;
  private final RoomName room;
  private final EventStream stream;
  private final Wake wake = new Wake();
  private volatile boolean ended;
  private Optional<RoomLog.Following> following = Optional.empty();
  private boolean inStep;
  private List<RoomJson.Draft> drafts = List.of();
  private String position;
  private long lastWrite;

  RoomWatcher(
      RoomLog log,
      RoomReadings readings,
      WebSettings settings,
      RoomName room,
      String position,
      EventStream stream) {
    this.log = log;
    this.readings = readings;
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
        wake.await(untilNextLook());
      }
    } finally {
      following.ifPresent(RoomLog.Following::close);
    }
  }

  /// All pages that show a room look at the same moments, so that they share their readings.
  private Duration untilNextLook() {
    WebSettings.Pace pace = settings.pace();
    long interval = shortest(pace.lookInterval(), pace.heartbeat()).toNanos();
    long phase = Math.floorMod(System.nanoTime() + room.hashCode() * 1_000L, interval);
    return Duration.ofNanos(interval - phase);
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void look() throws InterruptedException {
    try {
      if (following.isEmpty()) {
        following = Optional.of(log.follow(RoomName.TENANT, room.value(), wake::ring));
      }
      show(readings.after(room.value(), position));
    } catch (StoreUnavailableException e) {
      inStep = false;
      stream.event("away", RequestProblem.body(WebWording.STORE_AWAY));
      lastWrite = System.nanoTime();
    }
  }

  private void show(RoomJson.Reading reading) {
    if (!inStep || !reading.posts().isEmpty() || !drafts.equals(reading.drafts())) {
      stream.event("change", reading.position(), change(reading));
      lastWrite = System.nanoTime();
    } else if (System.nanoTime() - lastWrite >= settings.pace().heartbeat().toNanos()) {
      stream.heartbeat();
      lastWrite = System.nanoTime();
    }
    inStep = true;
    drafts = reading.drafts();
    position = reading.position();
  }

  private RoomJson.Change change(RoomJson.Reading reading) {
    List<RoomJson.Draft> all = reading.drafts();
    return new RoomJson.Change(
        reading.posts(),
        all.stream().filter(draft -> !inStep || !drafts.contains(draft)).toList(),
        all.stream().map(RoomJson.Draft::id).toList());
  }

  /// Ends the stream soon; from any thread.
  void end() {
    ended = true;
    wake.ring();
  }
}
