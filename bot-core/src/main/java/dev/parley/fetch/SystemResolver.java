package dev.parley.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the system for names. It cannot be interrupted and holds the thread that asks, so each name
/// is asked for by a thread of the system's own, which is left behind where it takes too long.
final class SystemResolver implements HostResolver {
  private static final int MOST_AT_ONCE = 64;

  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  @Override
  public List<InetAddress> resolve(String name, Duration timeLimit)
      throws UnknownHostException, InterruptedException {
    if (!room.tryAcquire(timeLimit.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new UnknownHostException(name);
    }
    FutureTask<List<InetAddress>> asking = new FutureTask<>(() -> asked(name));
    Thread.ofPlatform().daemon().name("resolver " + name).start(asking);
    try {
      return asking.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      UnknownHostException unresolved = new UnknownHostException(name);
      unresolved.initCause(unknown);
      throw unresolved;
    }
  }

  private List<InetAddress> asked(String name) throws UnknownHostException {
    try {
      return List.of(InetAddress.getAllByName(name));
    } finally {
      room.release();
    }
  }
}
