package dev.parley.redis;

import dev.parley.ingestion.Duties;
import java.time.Duration;
import java.util.UUID;

/// Duties in Redis, each a key that holds which instance has it, until its time is over.
final class RedisDuties implements Duties {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final String instance = UUID.randomUUID().toString();

  RedisDuties(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public boolean take(String duty, Duration time) {
    String millis = Long.toString(time.toMillis());
    return scripts.run(Script.DUTY, patience, keys.duty(duty), instance, millis).number() == 1;
  }
}
