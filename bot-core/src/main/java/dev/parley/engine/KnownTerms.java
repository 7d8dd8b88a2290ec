package dev.parley.engine;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Viewers;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a platform knows of a tenant's people, in the terms of audiences.
final class KnownTerms {
  /// More are not asked about for one answer: nobody is known to read them.
  private static final int MOST_CHANNELS = 50;

  private final PlatformAdapter platform;
  private final PlaceReaders readers;
  private final TenantId tenant;
  private final Set<String> channels;

  /// @param channels that documents are for
  KnownTerms(PlatformAdapter platform, TenantId tenant, Set<String> channels) {
    this.platform = platform;
    this.readers = platform.readers();
    this.tenant = tenant;
    this.channels =
        channels.stream().sorted().limit(MOST_CHANNELS).collect(Collectors.toUnmodifiableSet());
  }

  /// Of all who belong to the tenant.
  ViewerTerms everybody() {
    return ViewerTerms.of(AudienceTerm.EVERYONE).withChannels(openToAll());
  }

  private Set<String> openToAll() {
    return those(channel -> readers.everybodyReads(tenant, channel));
  }

  private Set<String> those(Predicate<String> read) {
    return channels.stream().filter(read).collect(Collectors.toSet());
  }

  /// Of one person.
  ViewerTerms person(UserId person, Set<String> groups) {
    ViewerTerms own =
        (readers.knowsPersons() ? ViewerTerms.ofPerson(person, groups) : ViewerTerms.of())
            .withChannels(those(channel -> readers.reads(tenant, person, channel)));
    return readers.belongs(tenant, person) ? own.with(AudienceTerm.EVERYONE) : own;
  }

  /// Of the people of some groups, and of some people.
  ///
  /// @param here the channel that all of them read
  /// @param asker who is one of them
  /// @param groups that the asker is in
  Viewers some(Readers.Some some, AudienceTerm here, UserId asker, Set<String> groups) {
    if (some.groups().size() + some.persons().size() > Viewers.MOST) {
      return Viewers.alike(Set.of(here));
    }
    List<Set<AudienceTerm>> each = new ArrayList<>();
    ViewerTerms alike = everybody().with(here);
    for (String group : some.groups()) {
      each.add(alike.with(AudienceTerm.group(group)).terms());
    }
    for (UserId person : some.persons()) {
      Set<String> own = person.equals(asker) ? groups : groupsOf(person);
      each.add(person(person, own).with(here).terms());
    }
    return new Viewers(each);
  }

  private Set<String> groupsOf(UserId person) {
    return platform.groups(tenant, person).orElse(Set.of());
  }
}
