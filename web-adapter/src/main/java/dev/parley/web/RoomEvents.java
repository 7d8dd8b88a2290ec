package dev.parley.web;

import dev.parley.platform.RoomLog;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Streams what happens in rooms to the pages that show them, from where each page left off.
final class RoomEvents implements AutoCloseable {
  private final RoomLog log;
  private final RoomReadings readings;
  private final WebSettings settings;
  private final Set<RoomWatcher> watchers = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  RoomEvents(RoomLog log, RoomJson json, WebSettings settings) {
    this.log = log;
    this.readings = new RoomReadings(log, json, settings.limits().mostPosts());
    this.settings = settings;
  }

  void serve(Context request) {
    RoomName room = RoomName.of(request);
    RoomWatcher watcher =
        new RoomWatcher(log, readings, settings, room, position(request), EventStream.to(request));
    watchers.add(watcher);
    try {
      if (!closed) {
        watcher.run();
      }
    } catch (UncheckedIOException pageIsGone) {
      request.skipRemainingHandlers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watchers.remove(watcher);
    }
  }

  private static String position(Context request) {
    return Optional.ofNullable(request.header("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.queryParam("after")))
        .orElse("");
  }

  /// Ends all streams; pages come back when there is a server again.
  @Override
  public void close() {
    closed = true;
    watchers.forEach(RoomWatcher::end);
  }
}
