package dev.parley.knowledge;

import dev.parley.identity.UserId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who may see what is in a document: all people of any of its terms. Admins of the tenant manage
/// all documents, whoever may see them.
public record DocumentAudience(Set<AudienceTerm> terms) {
  /// Whoever belongs to the tenant.
  public static final DocumentAudience EVERYONE =
      new DocumentAudience(Set.of(AudienceTerm.EVERYONE));

  public DocumentAudience {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a document that nobody may see is of no use");
    }
    terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
  }

  public static DocumentAudience of(AudienceTerm... terms) {
    return new DocumentAudience(Set.of(terms));
  }

  /// Who is left of them once a person is forgotten; empty where that is nobody.
  public Optional<DocumentAudience> without(UserId person) {
    Set<AudienceTerm> others = new TreeSet<>(terms);
    others.remove(AudienceTerm.person(person));
    return others.isEmpty() ? Optional.empty() : Optional.of(new DocumentAudience(others));
  }

  /// Whether somebody may see it of whom these terms are true.
  public boolean isFor(Set<AudienceTerm> viewer) {
    return terms.stream().anyMatch(viewer::contains);
  }
}
