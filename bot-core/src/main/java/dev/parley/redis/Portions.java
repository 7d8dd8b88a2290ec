package dev.parley.redis;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.QuotaScope;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// Hands the whole bot's limits out to tenants in portions, so that a reservation needs to look at
/// its own tenant only. The portions together never pass the limit: they are given from one pool,
/// and what a tenant has not used goes back to it when another one finds the pool empty.
final class Portions {
  /// A portion is raised by this part of the limit, where the pool has it.
  private static final int PARTS = 50;

  private static final int MOST_ASKED_BACK = 200;

  /// How often a tenant is given more anew that gave something back meanwhile.
  private static final int MOST_ATTEMPTS = 3;

  /// How long nobody is asked to give back again: an empty pool stays empty for a while.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Map<String, Instant> askedBack = new ConcurrentHashMap<>();

  Portions(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  /// Whether a limit is handed out in portions.
  static boolean isOne(AppliedLimit limit) {
    return limit.rule().scope().kind() == QuotaScope.Kind.BOT;
  }

  /// What a tenant has of a limit.
  private record Portion(String epoch, long has, long used) {}

  /// Raises the tenant's portions of all such limits so that the reservation fits, as far as the
  /// pools have enough.
  ///
  /// @param round how often this was done for the reservation before: each time by more
  /// @return whether there was enough; others may have taken it by now
  boolean raise(Reservation wanted, int round) {
    boolean enough = true;
    for (AppliedLimit limit : wanted.limits()) {
      enough &= !isOne(limit) || raise(wanted, limit, round);
    }
    return enough;
  }

  private boolean raise(Reservation wanted, AppliedLimit limit, int round) {
    TenantId tenant = wanted.booking().payer().tenant();
    long need = need(wanted, limit.unit());
    if (raised(tenant, limit, need, round)) {
      return true;
    }
    if (!mayAskBack(limit)) {
      return false;
    }
    askBack(tenant, limit);
    return raised(tenant, limit, need, round);
  }

  private static long need(Reservation wanted, QuotaUnit unit) {
    return switch (unit) {
      case REQUESTS -> 1;
      case TOKENS -> wanted.promptTokens() + wanted.mostOutputTokens();
      case MONEY ->
          Math.ceilDiv(
              wanted.nanosForPrompt() + wanted.mostOutputTokens() * wanted.nanosPerOutputToken(),
              1_000);
    };
  }

  private boolean raised(TenantId tenant, AppliedLimit limit, long need, int round) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Portion portion = read(tenant, limit);
      if (portion.has() - portion.used() >= need) {
        return true;
      }
      long wish = portion.used() + (Math.max(need, limit.cap() / PARTS) << round);
      OptionalLong has = enlarged(tenant, limit, portion, wish);
      if (has.isPresent()) {
        return has.getAsLong() - portion.used() >= need;
      }
    }
    return false;
  }

  /// What the tenant has now; empty where it gave something back meanwhile.
  private OptionalLong enlarged(TenantId tenant, AppliedLimit limit, Portion portion, long wish) {
    List<Answer> given = fromPool(tenant, limit, portion.epoch(), portion.has(), wish);
    if (given.getFirst().text().equals("stale")) {
      return OptionalLong.empty();
    }
    long amount = given.get(1).number();
    String raised =
        scripts
            .run(
                Script.PORTION,
                patience,
                keys.tenant(tenant),
                limit.counter().name(),
                limit.unit().word(),
                Long.toString(amount),
                portion.epoch(),
                expires(limit))
            .text();
    return raised.equals("stale") ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  private Portion read(TenantId tenant, AppliedLimit limit) {
    List<Answer> read =
        scripts
            .run(
                Script.PORTION_READ,
                patience,
                keys.tenant(tenant),
                limit.counter().name(),
                limit.unit().word())
            .list();
    return new Portion(read.get(0).text(), read.get(1).number(), read.get(2).number());
  }

  private List<Answer> fromPool(
      TenantId tenant, AppliedLimit limit, String epoch, long has, long wish) {
    return scripts
        .run(
            Script.POOL,
            patience,
            keys.pool(limit.counter().name()),
            tenant.toString(),
            limit.unit().word(),
            Long.toString(limit.cap()),
            epoch,
            Long.toString(has),
            Long.toString(wish),
            expires(limit))
        .list();
  }

  private boolean mayAskBack(AppliedLimit limit) {
    Instant now = Instant.now();
    String name = limit.counter().name() + " " + limit.unit().word();
    Instant next =
        askedBack.merge(name, now, (last, _) -> last.plus(PAUSE).isAfter(now) ? last : now);
    askedBack.values().removeIf(last -> last.plus(PAUSE).isBefore(now));
    return next.equals(now);
  }

  private void askBack(TenantId asking, AppliedLimit limit) {
    List<String> tenants =
        new ArrayList<>(
            scripts
                .run(
                    Script.POOL_TENANTS,
                    patience,
                    keys.pool(limit.counter().name()),
                    limit.unit().word())
                .texts());
    tenants.remove(asking.toString());
    Collections.shuffle(tenants);
    tenants.stream().limit(MOST_ASKED_BACK).map(Portions::tenant).forEach(t -> giveBack(t, limit));
  }

  private void giveBack(TenantId tenant, AppliedLimit limit) {
    List<Answer> left =
        scripts
            .run(
                Script.PORTION_RETURN,
                patience,
                keys.tenant(tenant),
                limit.counter().name(),
                limit.unit().word(),
                expires(limit))
            .list();
    long has = left.get(1).number();
    fromPool(tenant, limit, left.get(0).text(), has, has);
  }

  private static String expires(AppliedLimit limit) {
    return Long.toString(limit.span().end().plus(Duration.ofDays(2)).toEpochMilli());
  }

  private static TenantId tenant(String name) {
    int slash = name.indexOf('/');
    return new TenantId(new PlatformName(name.substring(0, slash)), name.substring(slash + 1));
  }
}
