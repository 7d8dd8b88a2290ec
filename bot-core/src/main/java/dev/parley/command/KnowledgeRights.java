package dev.parley.command;

import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody may do with a tenant's documents. Admins manage all; others see what is for
/// them, and change what they added.
final class KnowledgeRights {
  private static final String NOT_YOURS =
      "You can only give a document to people among whom you are yourself.";
  private static final String NOBODY_KNOWN =
      "Nobody knows here who is who, so nothing can be for single people.";
  private static final String FOR_YOURSELF =
      "In direct messages you can only add documents for yourself (`here`).";

  private final KnowledgeContext knowledge;
  private final CommandInvocation invocation;

  KnowledgeRights(KnowledgeContext knowledge, CommandInvocation invocation) {
    this.knowledge = knowledge;
    this.invocation = invocation;
  }

  /// Why somebody may not add documents; empty where they may.
  Optional<String> refusalToAdd() {
    return switch (knowledge.mayAdd()) {
      case EVERYONE -> Optional.empty();
      case MANAGERS ->
          invocation.mayManage()
              ? Optional.empty()
              : Optional.of("Only people who manage this place may add and change documents.");
      case ADMINS ->
          invocation.administers()
              ? Optional.empty()
              : Optional.of("Only admins may add and change documents.");
    };
  }

  /// The only person alone, with what is true of them.
  ///
  /// @param channels of which it is told whether they read them
  Viewers alone(Set<String> channels) {
    Readership readership = knowledge.readership();
    Place place = invocation.place();
    UserId person = invocation.author().id();
    return place.direct()
        ? readership.in(place, person, invocation.groups(), channels)
        : readership.alone(place.tenant(), person, invocation.groups(), channels);
  }

  /// The same, with all channels that documents are for.
  Viewers alone() {
    return alone(knowledge.channels(invocation.place().tenant()));
  }

  boolean reads(String channel) {
    return alone(Set.of(channel)).maySee(DocumentAudience.of(AudienceTerm.channel(channel)));
  }

  /// @param alone as [#alone()] tells
  boolean maySee(Document document, Viewers alone) {
    return invocation.administers()
        || alone.maySee(document.audience())
        || (isOwn(document) && alone.maySee(DocumentAudience.of(me())));
  }

  private boolean isOwn(Document document) {
    return document
        .addedBy()
        .filter(author -> author.id().equals(invocation.author().id()))
        .isPresent();
  }

  boolean maySee(JobState job) {
    return invocation.administers()
        || job.job().by().filter(by -> by.id().equals(invocation.author().id())).isPresent();
  }

  boolean mayChange(Document document) {
    return invocation.administers() || (isOwn(document) && refusalToAdd().isEmpty());
  }

  /// Whether what is under way for a document may be overtaken.
  boolean mayOvertake(JobState job) {
    return job.isOver() || maySee(job);
  }

  /// Why somebody may not let these people see a document; empty where they may: nobody plants
  /// words in answers that they do not see themselves.
  Optional<String> refusal(DocumentAudience audience) {
    if (isForPersons(audience) && !alone(Set.of()).maySee(DocumentAudience.of(me()))) {
      return Optional.of(NOBODY_KNOWN);
    }
    if (invocation.administers()) {
      return Optional.empty();
    }
    if (knowledge.mayAdd() == CommandSpec.Access.MANAGERS
        && invocation.place().direct()
        && !audience.equals(here())) {
      return Optional.of(FOR_YOURSELF);
    }
    Set<AudienceTerm> own = alone(channelsOf(audience)).each().getFirst();
    boolean amongAll =
        audience.terms().stream()
            .allMatch(term -> term.kind() == AudienceTerm.Kind.PERSON || own.contains(term));
    return amongAll && audience.isFor(own) ? Optional.empty() : Optional.of(NOT_YOURS);
  }

  private static boolean isForPersons(DocumentAudience audience) {
    return audience.terms().stream().allMatch(term -> term.kind() == AudienceTerm.Kind.PERSON);
  }

  private static Set<String> channelsOf(DocumentAudience audience) {
    return audience.terms().stream()
        .filter(term -> term.kind() == AudienceTerm.Kind.CHANNEL)
        .map(AudienceTerm::id)
        .collect(Collectors.toSet());
  }

  private AudienceTerm me() {
    return AudienceTerm.person(invocation.author().id());
  }

  /// Who sees what is added here, where nothing else is said: everyone only where everyone reads.
  DocumentAudience usual() {
    Place place = invocation.place();
    return knowledge.readership().isForEverybody(place) ? DocumentAudience.EVERYONE : here();
  }

  /// Who reads here.
  DocumentAudience here() {
    boolean mine = invocation.place().direct() && alone(Set.of()).maySee(DocumentAudience.of(me()));
    return DocumentAudience.of(mine ? me() : AudienceTerm.channel(invocation.place().channel()));
  }
}
