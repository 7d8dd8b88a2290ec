package dev.parley.web;

import dev.parley.platform.RoomLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Reads rooms for all pages at once. Pages that stand at the same position share a reading that
/// begins after each of them has asked, so hundreds of them cost little more than one.
final class RoomReadings {
  /// Enough that different rooms seldom wait for each other.
  private static final int LOCKS = 256;

  private final RoomLog log;
  private final RoomJson json;
  private final int mostPosts;
  private final Map<Position, FutureTask<RoomJson.Reading>> upcoming = new ConcurrentHashMap<>();
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  RoomReadings(RoomLog log, RoomJson json, int mostPosts) {
    this.log = log;
    this.json = json;
    this.mostPosts = mostPosts;
  }

  private record Position(String room, String after) {}

  /// The latest posts after a position, and the drafts of now.
  RoomJson.Reading after(String room, String position) throws InterruptedException {
    Position place = new Position(room, position);
    FutureTask<RoomJson.Reading> reading = upcoming.computeIfAbsent(place, this::reading);
    ReentrantLock lock = locks.get(Math.floorMod(place.hashCode(), LOCKS));
    lock.lock();
    try {
      reading.run();
    } finally {
      lock.unlock();
    }
    return result(reading);
  }

  /// Nobody may join a reading that has begun: it may not see what they heard of.
  private FutureTask<RoomJson.Reading> reading(Position place) {
    return new FutureTask<>(
        () -> {
          upcoming.remove(place);
          return json.reading(
              place.room(), log.read(RoomName.TENANT, place.room(), place.after(), mostPosts));
        });
  }

  private static RoomJson.Reading result(FutureTask<RoomJson.Reading> reading)
      throws InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a room could not be read", e);
    }
  }
}
