package dev.parley.quota;

import dev.parley.identity.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The rules of each tenant as they hold now: those of the settings with those by command on top,
/// read anew every two seconds.
public final class CurrentRules {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final QuotaSettings settings;
  private final QuotaBook book;
  private final Clock clock;
  private final Map<TenantId, Read> known = new ConcurrentHashMap<>();

  public CurrentRules(QuotaSettings settings, QuotaBook book, Clock clock) {
    this.settings = settings;
    this.book = book;
    this.clock = clock;
  }

  private record Read(QuotaRules rules, Instant until) {}

  /// Blocks where they are to be read.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where they cannot be
  public QuotaRules of(TenantId tenant) {
    Instant now = clock.instant();
    Read read = known.get(tenant);
    if (read == null || !now.isBefore(read.until())) {
      read = new Read(read(tenant, now), now.plus(FRESH));
      known.put(tenant, read);
    }
    return read.rules();
  }

  /// Reads them anew at the next question, for they were changed here.
  public void changed(TenantId tenant) {
    known.remove(tenant);
  }

  private QuotaRules read(TenantId tenant, Instant now) {
    QuotaBook.Changes changes = book.read(tenant, now);
    return new QuotaRules(settings.rules(), changes.grants())
        .with(changes.rules(), changes.grants());
  }
}
