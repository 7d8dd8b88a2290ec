package dev.parley.testkit.discord;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// What was asked to go wrong with the next calls.
final class ApiFaults {
  private record Planned(String pattern, ApiFault fault) {}

  private final List<Planned> next = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  synchronized void add(String pattern, ApiFault fault) {
    next.add(new Planned(pattern, fault));
  }

  synchronized Optional<ApiFault> take(String call) {
    Optional<Planned> planned =
        next.stream().filter(it -> Route.matches(it.pattern(), call)).findFirst();
    planned.ifPresent(next::remove);
    return planned.map(Planned::fault);
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
