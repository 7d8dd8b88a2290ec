package dev.parley.testkit.slack;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// What was asked to go wrong with the next calls.
final class ApiFaults {
  private final Map<String, Deque<ApiFault>> next = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  void add(String method, ApiFault fault) {
    next.compute(
        method,
        (it, before) -> {
          Deque<ApiFault> queue = before == null ? new ArrayDeque<>() : before;
          queue.add(fault);
          return queue;
        });
  }

  Optional<ApiFault> take(String method) {
    ApiFault[] taken = new ApiFault[1];
    next.computeIfPresent(
        method,
        (it, queue) -> {
          taken[0] = queue.poll();
          return queue.isEmpty() ? null : queue;
        });
    return Optional.ofNullable(taken[0]);
  }

  void pause(Duration time) {
    try {
      closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void drop(Context request) {
    ServletContextRequest.getServletContextRequest(request.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /// Ends all pauses.
  void close() {
    closing.countDown();
  }
}
