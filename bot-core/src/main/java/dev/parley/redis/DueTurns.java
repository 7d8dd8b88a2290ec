package dev.parley.redis;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims what is due, of all tenants of the spoken platforms alike.
final class DueTurns {
  private static final Logger log = LoggerFactory.getLogger(DueTurns.class);

  /// How many turns that were given up a tenant keeps, for the operator to look at.
  private static final String MOST_DEAD = "1000";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final String forgetMillis;
  private final Tenants tenants;
  private final Claims claims;
  private final ClaimTerms terms;

  DueTurns(
      Scripts scripts,
      RedisKeys keys,
      RedisSettings redis,
      Tenants tenants,
      Claims claims,
      ClaimTerms terms) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = redis.shortPatience();
    this.forgetMillis = redis.forgetMillis();
    this.tenants = tenants;
    this.claims = claims;
    this.terms = terms;
  }

  List<ClaimedTurn> claim(Set<PlatformName> spoken, int most) {
    List<ClaimedTurn> turns = new ArrayList<>();
    try {
      for (TenantId tenant : withWork(spoken)) {
        if (turns.size() < most) {
          turns.addAll(claim(tenant, most - turns.size()));
        }
      }
    } catch (StoreUnavailableException e) {
      // what is claimed is to be run all the same
      if (turns.isEmpty()) {
        throw e;
      }
    }
    return List.copyOf(turns);
  }

  private List<TenantId> withWork(Set<PlatformName> spoken) {
    List<TenantId> all = tenants.toLookAt(spoken);
    if (all.size() < 2) {
      return all;
    }
    List<Scripts.Call> calls =
        all.stream().map(tenant -> new Scripts.Call(keys.tenant(tenant), List.of())).toList();
    List<Answer> due = scripts.runAll(Script.DUE, patience, calls);
    return IntStream.range(0, all.size())
        .filter(i -> due.get(i).number() > 0)
        .mapToObj(all::get)
        .toList();
  }

  private List<ClaimedTurn> claim(TenantId tenant, int most) {
    List<Answer> answer =
        scripts
            .run(
                Script.CLAIM,
                patience,
                keys.tenant(tenant),
                UUID.randomUUID().toString(),
                Integer.toString(most),
                terms.leaseMillis(),
                terms.mostTakeOvers(),
                terms.together(),
                MOST_DEAD,
                forgetMillis)
            .list();
    tell(tenant, answer.get(0).number());
    return answer.get(1).list().stream()
        .flatMap(claim -> claims.opened(tenant, claim).stream())
        .toList();
  }

  private static void tell(TenantId tenant, long dead) {
    if (dead > 0) {
      log.error("{} turns of {} were given up: no instance survived them", dead, tenant);
    }
  }
}
