package dev.parley.testkit.inbox;

import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnJournal;

/// The journals of turns in memory.
final class InMemoryTurnJournal implements TurnJournal {
  private final InMemoryStorage storage;

  InMemoryTurnJournal(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public void record(Lease lease, String name, String value) {
    synchronized (storage) {
      storage.owned(lease).record(name, value);
    }
  }

  @Override
  public void replace(Lease lease, String name, String value) {
    synchronized (storage) {
      storage.owned(lease).replace(name, value);
    }
  }
}
