package dev.parley.web.admin;

import dev.parley.command.Directory;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Those with whose eyes an admin tries a search.
final class TrialViewers {
  private final KnowledgeDesk desk;
  private final Readership readership;
  private final Directory directory;

  TrialViewers(KnowledgeDesk desk, Readership readership, Directory directory) {
    this.desk = desk;
    this.readership = readership;
    this.directory = directory;
  }

  /// An admin, who manages all documents.
  Viewers admin(TenantId tenant) {
    Set<AudienceTerm> terms = terms(tenant);
    terms.add(AudienceTerm.EVERYONE);
    return Viewers.alike(terms);
  }

  /// Somebody of whom nothing else is known.
  Viewers anyone() {
    return Viewers.alike(Set.of(AudienceTerm.EVERYONE));
  }

  /// All who read what is posted in a channel.
  Viewers channel(TenantId tenant, String channel) {
    Place place = new Place(tenant, channel, Optional.empty(), false);
    return readership.in(place, AdditionRoutes.ADMIN.id(), Set.of(), channels(tenant));
  }

  Viewers person(TenantId tenant, UserId person) {
    Set<String> groups = directory.groups(tenant, person).orElse(Set.of());
    return readership.alone(tenant, person, groups, channels(tenant));
  }

  /// The channels that documents are for.
  private Set<String> channels(TenantId tenant) {
    return terms(tenant).stream()
        .filter(term -> term.kind() == AudienceTerm.Kind.CHANNEL)
        .map(AudienceTerm::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<AudienceTerm> terms(TenantId tenant) {
    Set<AudienceTerm> terms = new TreeSet<>();
    desk.entries(tenant).forEach(entry -> terms.addAll(entry.document().audience().terms()));
    return terms;
  }
}
