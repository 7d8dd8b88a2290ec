package dev.parley.redis;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Notice;
import dev.parley.quota.NoticeOutbox;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaRule;
import dev.parley.quota.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices by the time at which they may be taken, in the slot of the limits that they are about.
final class RedisNoticeOutbox implements NoticeOutbox {
  private static final Logger log = LoggerFactory.getLogger(RedisNoticeOutbox.class);
  private static final String MOST_TRIES = "30";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Tenants tenants;

  RedisNoticeOutbox(Scripts scripts, RedisKeys keys, Duration patience, Tenants tenants) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.tenants = tenants;
  }

  /// A notice as the scripts write it.
  private record Stored(
      String user,
      String name,
      String channel,
      String rule,
      String account,
      String zone,
      long begins,
      long ends,
      long cap,
      int percent,
      long spent) {
    Optional<Notice> notice() {
      return QuotaLine.read(rule).map(read -> new Notice(person(), limit(read), percent, spent));
    }

    private Optional<Notice.Person> person() {
      return user.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Notice.Person(
                  new UserId(user), name, Optional.of(channel).filter(one -> !one.isEmpty())));
    }

    private AppliedLimit limit(QuotaRule read) {
      Span span = new Span(read.window(), Instant.ofEpochMilli(begins), Instant.ofEpochMilli(ends));
      return new AppliedLimit(read, account, span, ZoneId.of(zone), cap);
    }
  }

  /// Tried once: an answer that is lost leaves the notice taken, until its time is over.
  @Override
  public Optional<Taken> take(TenantId tenant, Duration time) {
    while (true) {
      List<String> taken =
          scripts
              .run(
                  Script.NOTICE_TAKE,
                  Duration.ZERO,
                  keys.tenant(tenant),
                  Long.toString(time.toMillis()),
                  MOST_TRIES)
              .texts();
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      Optional<Notice> notice = readable(taken.get(1));
      if (notice.isPresent()) {
        return Optional.of(new Taken(taken.get(0), notice.get()));
      }
      told(tenant, taken.get(0));
    }
  }

  private static Optional<Notice> readable(String json) {
    Optional<Notice> notice =
        StoredJson.readAll(List.of(json), Stored.class).stream()
            .findFirst()
            .flatMap(Stored::notice);
    if (notice.isEmpty()) {
      log.error("A notice about a limit cannot be read; nobody is told.");
    }
    return notice;
  }

  @Override
  public void told(TenantId tenant, String id) {
    scripts.run(Script.NOTICE_TOLD, patience, keys.tenant(tenant), id);
  }

  @Override
  public List<TenantId> waiting(Set<PlatformName> spoken) {
    List<TenantId> all = tenants.toLookAt(spoken);
    List<Scripts.Call> calls =
        all.stream().map(tenant -> new Scripts.Call(keys.tenant(tenant), List.of())).toList();
    List<Answer> due = scripts.runAll(Script.NOTICE_DUE, patience, calls);
    return IntStream.range(0, all.size())
        .filter(i -> due.get(i).number() > 0)
        .mapToObj(all::get)
        .toList();
  }
}
