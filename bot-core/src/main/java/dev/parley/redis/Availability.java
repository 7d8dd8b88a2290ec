package dev.parley.redis;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the operator once when Redis goes away and once when it is back, however many requests
/// notice. An absence shorter than a moment is not worth a line.
final class Availability {
  private static final Logger log = LoggerFactory.getLogger(Availability.class);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final List<String> nodes;
  private long failingSince;
  private boolean told;
  private volatile boolean failing;

  Availability(List<String> nodes) {
    this.nodes = nodes;
  }

  void answered() {
    if (failing) {
      recover();
    }
  }

  private synchronized void recover() {
    if (told) {
      log.info("Redis at {} is back; work goes on.", String.join(", ", nodes));
    }
    failing = false;
    told = false;
  }

  synchronized void failed(Mishap mishap) {
    long now = System.nanoTime();
    if (!failing) {
      failing = true;
      failingSince = now;
    }
    if (!told && now - failingSince >= MOMENT.toNanos()) {
      told = true;
      log.error(
          "Redis at {} is away; Parley waits for it. {}",
          String.join(", ", nodes),
          mishap.wording());
    }
  }
}
