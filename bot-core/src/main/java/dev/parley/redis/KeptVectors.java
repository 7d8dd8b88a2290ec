package dev.parley.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.identity.TenantId;
import dev.parley.model.Embedding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redisson.client.codec.ByteArrayCodec;

/// Vectors of texts that a tenant paid for lately, each a value that goes by itself.
final class KeptVectors {
  private static final int PAGE = 64;
  private static final Duration KEPT = Duration.ofHours(1);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  KeptVectors(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  Map<String, Embedding> find(TenantId tenant, String space, Collection<String> hashes) {
    String prefix = keys.tenant(tenant) + ":vector:" + space + ":";
    List<String> names = hashes.stream().distinct().map(hash -> prefix + hash).toList();
    Map<String, Embedding> found = new HashMap<>();
    for (int from = 0; from < names.size(); from += PAGE) {
      String[] page =
          names.subList(from, Math.min(from + PAGE, names.size())).toArray(String[]::new);
      scripts
          .ask(
              patience,
              redisson -> redisson.getBuckets(ByteArrayCodec.INSTANCE).<byte[]>getAsync(page))
          .forEach(
              (name, bytes) ->
                  found.put(name.substring(prefix.length()), Embedding.ofBytes(bytes)));
    }
    return found;
  }

  void keep(TenantId tenant, String space, Map<String, Embedding> vectors) {
    List<Map.Entry<String, Embedding>> all = List.copyOf(vectors.entrySet());
    for (int from = 0; from < all.size(); from += PAGE) {
      List<byte[]> arguments = new ArrayList<>();
      arguments.add(space.getBytes(UTF_8));
      arguments.add(Long.toString(KEPT.toMillis()).getBytes(UTF_8));
      for (var vector : all.subList(from, Math.min(from + PAGE, all.size()))) {
        arguments.add(vector.getKey().getBytes(UTF_8));
        arguments.add(vector.getValue().bytes());
      }
      scripts.runWithBytes(Script.KNOWLEDGE_VECTORS, patience, keys.tenant(tenant), arguments);
    }
  }
}
