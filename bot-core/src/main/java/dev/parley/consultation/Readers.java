package dev.parley.consultation;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells who will see what is answered to somebody.
final class Readers {
  private final Readership readership;

  Readers(Readership readership) {
    this.readership = readership;
  }

  /// All who will see it.
  ///
  /// @param documents that there are
  Viewers of(Asker asker, List<Document> documents) {
    return switch (asker.sight()) {
      case PLACE ->
          readership.in(asker.place(), asker.person(), asker.groups(), channels(documents));
      case ASKER -> alone(asker, documents);
      case ANYBODY -> Viewers.alike(Set.of(AudienceTerm.EVERYONE));
    };
  }

  /// The asker alone.
  Viewers alone(Asker asker, List<Document> documents) {
    return readership.alone(asker.tenant(), asker.person(), asker.groups(), channels(documents));
  }

  private static Set<String> channels(List<Document> documents) {
    return documents.stream()
        .flatMap(document -> document.audience().terms().stream())
        .filter(term -> term.kind() == AudienceTerm.Kind.CHANNEL)
        .map(AudienceTerm::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
