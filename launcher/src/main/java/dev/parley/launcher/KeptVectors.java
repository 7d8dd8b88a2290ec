package dev.parley.launcher;

import dev.parley.identity.TenantId;
import dev.parley.ingestion.VectorCache;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import java.util.Collection;
import java.util.Map;

/// Vectors that the store keeps for a while.
record KeptVectors(KnowledgeStore store) implements VectorCache {
  @Override
  public Map<String, Embedding> find(TenantId tenant, VectorSpace space, Collection<String> names) {
    return store.embeddings(tenant, space.toString(), names);
  }

  @Override
  public void keep(TenantId tenant, VectorSpace space, Map<String, Embedding> vectors) {
    store.keepEmbeddings(tenant, space.toString(), vectors);
  }
}
