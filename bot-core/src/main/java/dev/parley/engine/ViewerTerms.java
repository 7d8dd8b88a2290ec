package dev.parley.engine;

import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import java.util.HashSet;
import java.util.Set;

/// What is true of a viewer, or of many that are alike.
record ViewerTerms(Set<AudienceTerm> terms) {
  ViewerTerms {
    terms = Set.copyOf(terms);
  }

  static ViewerTerms of(AudienceTerm... terms) {
    return new ViewerTerms(Set.of(terms));
  }

  /// One person in some groups.
  static ViewerTerms ofPerson(UserId person, Set<String> groups) {
    ViewerTerms all = of(AudienceTerm.person(person));
    for (String group : groups) {
      all = all.with(AudienceTerm.group(group));
    }
    return all;
  }

  ViewerTerms with(AudienceTerm term) {
    Set<AudienceTerm> more = new HashSet<>(terms);
    more.add(term);
    return new ViewerTerms(more);
  }

  ViewerTerms withChannels(Set<String> channels) {
    ViewerTerms all = this;
    for (String channel : channels) {
      all = all.with(AudienceTerm.channel(channel));
    }
    return all;
  }
}
