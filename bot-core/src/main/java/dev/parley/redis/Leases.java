package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.inbox.Lease;
import dev.parley.inbox.Renewal;
import dev.parley.inbox.TurnRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renews all leases of an instance: one script for each tenant, all at once.
final class Leases {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final ClaimTerms terms;

  Leases(Scripts scripts, RedisKeys keys, Duration patience, ClaimTerms terms) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.terms = terms;
  }

  Renewal renew(Collection<Lease> leases) {
    Map<TenantId, List<Lease>> byTenant =
        leases.stream()
            .collect(Collectors.groupingBy(lease -> lease.turn().conversation().tenant()));
    List<Map.Entry<TenantId, List<Lease>>> groups = List.copyOf(byTenant.entrySet());
    List<Answer> answers =
        scripts.runAll(
            Script.RENEW,
            patience,
            groups.stream().map(group -> call(group.getKey(), group.getValue())).toList());
    Set<TurnRef> lost = new HashSet<>();
    Set<TurnRef> stopped = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      sort(groups.get(i).getValue(), answers.get(i).texts(), lost, stopped);
    }
    return new Renewal(lost, stopped);
  }

  private Scripts.Call call(TenantId tenant, List<Lease> leases) {
    List<String> arguments = new ArrayList<>();
    arguments.add(terms.leaseMillis());
    leases.stream()
        .flatMap(
            lease -> Stream.of(lease.turn().conversation().key(), Long.toString(lease.token())))
        .forEach(arguments::add);
    return new Scripts.Call(keys.tenant(tenant), arguments);
  }

  private static void sort(
      List<Lease> leases, List<String> states, Set<TurnRef> lost, Set<TurnRef> stopped) {
    for (int i = 0; i < leases.size(); i++) {
      switch (states.get(i)) {
        case "lost" -> lost.add(leases.get(i).turn());
        case "stopped" -> stopped.add(leases.get(i).turn());
        default -> {}
      }
    }
  }
}
