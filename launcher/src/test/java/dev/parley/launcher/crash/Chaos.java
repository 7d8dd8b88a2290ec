package dev.parley.launcher.crash;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.inbox.RedisForTests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Kills and pauses bots, and restarts Redis, in random order at random moments.
final class Chaos {
  private static final Duration LONGEST_CALM = Duration.ofMillis(2_500);
  private static final Duration REDIS_DOWN = Duration.ofMillis(1_500);

  private enum Blow {
    KILL,
    PAUSE,
    RESTART_REDIS
  }

  private final BotFleet fleet;
  private final RedisForTests redis;
  private final Duration pause;
  private final Random random;

  /// @param pause how long a paused bot is silent: longer than its leases
  Chaos(BotFleet fleet, RedisForTests redis, Duration pause, Random random) {
    this.fleet = fleet;
    this.redis = redis;
    this.pause = pause;
    this.random = random;
  }

  void run(CrashPlan plan) throws Exception {
    List<Blow> blows = new ArrayList<>();
    blows.addAll(Collections.nCopies(plan.kills(), Blow.KILL));
    blows.addAll(Collections.nCopies(plan.pauses(), Blow.PAUSE));
    Collections.shuffle(blows, random);
    int every = blows.size() / (plan.redisRestarts() + 1);
    for (int restart = plan.redisRestarts(); restart > 0; restart--) {
      blows.add(restart * every, Blow.RESTART_REDIS);
    }
    for (Blow blow : blows) {
      strike(blow);
    }
  }

  private void strike(Blow blow) throws Exception {
    calm(Duration.ofMillis(random.nextLong(LONGEST_CALM.toMillis())));
    BotProcess bot = fleet.anyBot(random);
    switch (blow) {
      case KILL -> fleet.replace(bot);
      case PAUSE -> {
        bot.pause();
        calm(pause);
        bot.resume();
      }
      case RESTART_REDIS -> {
        redis.kill();
        calm(REDIS_DOWN);
        redis.start();
      }
    }
  }

  private static void calm(Duration time) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
  }
}
