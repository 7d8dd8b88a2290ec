package dev.parley.redis;

import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import java.time.Duration;

/// The journals of running turns in Redis; a journal goes with its turn.
final class RedisTurnJournal implements TurnJournal {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisTurnJournal(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public void record(Lease lease, String name, String value) {
    keep(lease, name, value, "HSETNX");
  }

  @Override
  public void replace(Lease lease, String name, String value) {
    keep(lease, name, value, "HSET");
  }

  private void keep(Lease lease, String name, String value, String set) {
    Answer answer =
        scripts.run(
            Script.RECORD,
            patience,
            keys.tenant(lease.turn().conversation().tenant()),
            lease.turn().conversation().key(),
            Long.toString(lease.token()),
            name,
            value,
            set);
    if (answer.text().equals("lost")) {
      throw new TurnLostException(lease);
    }
  }
}
