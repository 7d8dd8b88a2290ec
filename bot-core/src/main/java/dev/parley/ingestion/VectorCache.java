package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import java.util.Collection;
import java.util.Map;

/// Vectors of passages that were made before, so that nobody pays for them again. All methods
/// block shortly, and throw a [dev.parley.conversation.StoreUnavailableException] where the store
/// does not answer.
public interface VectorCache {
  /// Remembers nothing.
  VectorCache NONE =
      new VectorCache() {
        @Override
        public Map<String, Embedding> find(
            TenantId tenant, VectorSpace space, Collection<String> names) {
          return Map.of();
        }

        @Override
        public void keep(TenantId tenant, VectorSpace space, Map<String, Embedding> vectors) {
          // nothing is kept
        }
      };

  /// Those that are known, by their names.
  ///
  /// @param names SHA-256 of what was made a vector of, in hex
  Map<String, Embedding> find(TenantId tenant, VectorSpace space, Collection<String> names);

  /// Remembers vectors for a while.
  void keep(TenantId tenant, VectorSpace space, Map<String, Embedding> vectors);
}
