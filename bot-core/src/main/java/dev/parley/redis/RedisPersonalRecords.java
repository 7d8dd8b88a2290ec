package dev.parley.redis;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What Redis keeps of single people. It is gone through until a pass finds nothing: the first may
/// miss what turns are adding at that moment.
final class RedisPersonalRecords implements PersonalRecords {
  private static final int LEAST_PASSES = 2;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Duration longest;

  RedisPersonalRecords(Scripts scripts, RedisKeys keys, Duration patience, Duration longest) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.longest = longest;
  }

  @Override
  public Erased forget(TenantId tenant, UserId user) {
    PersonSweep sweep = new PersonSweep(scripts, keys, patience, new Person(tenant, user));
    long deadline = System.nanoTime() + longest.toNanos();
    Erased all = Erased.NOTHING;
    Erased last = Erased.NOTHING;
    for (int passes = 0; passes < LEAST_PASSES || goesOn(last, deadline); passes++) {
      if (last.unfinished() > 0 && longest.isPositive()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      last = sweep.pass();
      all = new Erased(all.and(last).counts(), last.unfinished());
    }
    return all.and(sweep.eraseFiles());
  }

  private static boolean goesOn(Erased last, long deadline) {
    return !last.equals(Erased.NOTHING)
        && System.nanoTime() < deadline
        && !Thread.currentThread().isInterrupted();
  }
}
