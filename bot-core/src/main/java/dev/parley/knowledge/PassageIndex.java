package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.model.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds passages by their words and by what they mean: a copy of what the store has, that can be
/// made anew at any time.
public interface PassageIndex {
  /// The passages that fit best, the best first, of those alone that all viewers may see. Blocks
  /// shortly.
  ///
  /// @param meaning of what is searched for; empty: by words alone
  /// @throws IndexUnavailableException where nothing can be looked for now
  List<Hit> search(TenantId tenant, Wanted wanted, Optional<Embedding> meaning);

  /// What is searched for.
  ///
  /// @param only documents to search in; empty: all
  /// @param most passages
  record Wanted(String words, Viewers viewers, Set<DocumentId> only, int most) {
    public Wanted {
      only = Set.copyOf(only);
    }
  }

  /// A passage that was found.
  ///
  /// @param version of the document that it is from
  /// @param score of all ranks together; higher is better, and comparable within one search alone
  /// @param wordsFound the part of what the searched words say that is in it, from 0 to 1: rare
  ///     words say more than frequent ones
  /// @param similarity of the meanings; empty where nothing tells
  record Hit(
      DocumentId document,
      String version,
      Passage passage,
      double score,
      double wordsFound,
      Optional<Double> similarity) {}
}
