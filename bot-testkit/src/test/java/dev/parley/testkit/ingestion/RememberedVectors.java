package dev.parley.testkit.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.ingestion.VectorCache;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Remembers all vectors, for one tenant as for all.
final class RememberedVectors implements VectorCache {
  private final Map<String, Embedding> vectors = new ConcurrentHashMap<>();

  @Override
  public Map<String, Embedding> find(TenantId tenant, VectorSpace space, Collection<String> names) {
    return names.stream()
        .filter(name -> vectors.containsKey(space + name))
        .collect(Collectors.toMap(name -> name, name -> vectors.get(space + name)));
  }

  @Override
  public void keep(TenantId tenant, VectorSpace space, Map<String, Embedding> made) {
    made.forEach((name, vector) -> vectors.put(space + name, vector));
  }
}
