package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims what is due, of all tenants alike.
final class DueTurns {
  private static final Logger log = LoggerFactory.getLogger(DueTurns.class);

  /// How many turns that were given up a tenant keeps, for the operator to look at.
  private static final String MOST_DEAD = "1000";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Tenants tenants;
  private final Claims claims;
  private final ClaimTerms terms;

  DueTurns(
      Scripts scripts,
      RedisKeys keys,
      Duration patience,
      Tenants tenants,
      Claims claims,
      ClaimTerms terms) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.tenants = tenants;
    this.claims = claims;
    this.terms = terms;
  }

  List<ClaimedTurn> claim(int most) {
    List<ClaimedTurn> turns = new ArrayList<>();
    for (TenantId tenant : withWork()) {
      if (turns.size() < most) {
        turns.addAll(claim(tenant, most - turns.size()));
      }
    }
    return List.copyOf(turns);
  }

  /// Those with something due, in a new order each time, so that none waits behind a busy one.
  private List<TenantId> withWork() {
    List<TenantId> all = new ArrayList<>(tenants.all());
    if (all.size() < 2) {
      return all;
    }
    Collections.shuffle(all);
    List<Scripts.Call> calls =
        all.stream().map(tenant -> new Scripts.Call(keys.tenant(tenant), List.of())).toList();
    List<Answer> due = scripts.runAll(Script.DUE, patience, calls);
    List<TenantId> busy = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (due.get(i).number() > 0) {
        busy.add(all.get(i));
      }
    }
    return busy;
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
                MOST_DEAD)
            .list();
    long dead = answer.get(0).number();
    if (dead > 0) {
      log.error(
          "{} turns of {} were given up: they ended each instance that ran them", dead, tenant);
    }
    return answer.get(1).list().stream()
        .flatMap(claim -> claims.opened(tenant, claim).stream())
        .toList();
  }
}
