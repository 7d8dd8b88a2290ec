package dev.parley.testkit.knowledge;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Public channels, private ones of some people, and channels that strangers read.
final class TownReaders implements PlaceReaders {
  private final Set<String> open = new HashSet<>();
  private final Map<String, Readers.Some> some = new HashMap<>();
  private final Set<String> outsiders = new HashSet<>();
  private CountDownLatch gate = new CountDownLatch(0);
  private boolean broken;
  private boolean anonymous;

  /// A channel that everybody reads.
  TownReaders open(String channel) {
    open.add(channel);
    return this;
  }

  /// A channel of these people.
  TownReaders of(String channel, String... persons) {
    some.put(
        channel,
        new Readers.Some(
            Set.of(), Arrays.stream(persons).map(UserId::new).collect(Collectors.toSet())));
    return this;
  }

  /// A channel of all who are in at least one of these groups.
  TownReaders ofGroups(String channel, String... groups) {
    some.put(channel, new Readers.Some(Set.of(groups), Set.of()));
    return this;
  }

  /// Somebody who does not belong to the tenant.
  TownReaders outsider(String person) {
    outsiders.add(person);
    return this;
  }

  /// From now on, nothing is told.
  void keepSilent() {
    gate = new CountDownLatch(1);
  }

  /// From now on, every question fails.
  void fail() {
    broken = true;
  }

  /// From now on, people may be anybody.
  void knowNobody() {
    anonymous = true;
  }

  @Override
  public boolean knowsPersons() {
    return !anonymous;
  }

  private void pass() {
    if (broken) {
      throw new IllegalStateException("nobody knows");
    }
    try {
      gate.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Readers of(Place place) {
    pass();
    if (open.contains(place.channel())) {
      return new Readers.Everybody();
    }
    return some.containsKey(place.channel()) ? some.get(place.channel()) : new Readers.Open();
  }

  @Override
  public boolean reads(TenantId tenant, UserId person, String channel) {
    pass();
    return open.contains(channel)
        ? belongs(tenant, person)
        : some.containsKey(channel) && some.get(channel).persons().contains(person);
  }

  @Override
  public boolean everybodyReads(TenantId tenant, String channel) {
    pass();
    return open.contains(channel);
  }

  @Override
  public boolean belongs(TenantId tenant, UserId person) {
    pass();
    return !outsiders.contains(person.value());
  }
}
