package dev.parley.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.Passage;
import dev.parley.model.Embedding;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.codec.CompositeCodec;

/// The passages of documents: a hash for each version of one, read and written some at a time so
/// that Redis is never held up. A passage is its length, its JSON, and its vector as bytes.
final class StoredPassages {
  /// Some hundred kilobytes, as passages and vectors usually are.
  private static final int PAGE = 64;

  /// From one page to the next, and to the end: a writer that dies leaves them behind no longer.
  private static final Duration UNPUBLISHED = Duration.ofMinutes(10);

  private static final CompositeCodec CODEC =
      new CompositeCodec(StringCodec.INSTANCE, ByteArrayCodec.INSTANCE);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings settings;

  StoredPassages(Scripts scripts, RedisKeys keys, RedisSettings settings) {
    this.scripts = scripts;
    this.keys = keys;
    this.settings = settings;
  }

  /// Writes all passages of a version that nobody knows of yet.
  void write(TenantId tenant, String token, List<EmbeddedPassage> passages) {
    for (int from = 0; from < passages.size(); from += PAGE) {
      List<byte[]> arguments = new ArrayList<>();
      arguments.add(token.getBytes(UTF_8));
      arguments.add(Long.toString(UNPUBLISHED.toMillis()).getBytes(UTF_8));
      for (int at = from; at < Math.min(from + PAGE, passages.size()); at++) {
        arguments.add(Integer.toString(at).getBytes(UTF_8));
        arguments.add(bytes(passages.get(at)));
      }
      scripts.runWithBytes(
          Script.KNOWLEDGE_PASSAGES, settings.longPatience(), keys.tenant(tenant), arguments);
    }
  }

  private static byte[] bytes(EmbeddedPassage passage) {
    byte[] json = StoredJson.written(passage.passage()).getBytes(UTF_8);
    byte[] vector = passage.embedding().map(Embedding::bytes).orElseGet(() -> new byte[0]);
    return ByteBuffer.allocate(Integer.BYTES + json.length + vector.length)
        .putInt(json.length)
        .put(json)
        .put(vector)
        .array();
  }

  /// All passages of a version, or none where one of them is gone.
  List<EmbeddedPassage> read(TenantId tenant, String token, int count) {
    List<EmbeddedPassage> all = new ArrayList<>();
    for (int from = 0; from < count; from += PAGE) {
      List<String> names =
          IntStream.range(from, Math.min(from + PAGE, count)).mapToObj(Integer::toString).toList();
      Map<String, byte[]> page = page(tenant, token, Set.copyOf(names));
      if (page.size() < names.size()) {
        return List.of();
      }
      names.forEach(name -> all.add(passage(page.getOrDefault(name, new byte[0]))));
    }
    return List.copyOf(all);
  }

  private Map<String, byte[]> page(TenantId tenant, String token, Set<String> names) {
    return scripts.ask(
        settings.shortPatience(), redisson -> passages(redisson, tenant, token).getAllAsync(names));
  }

  private RMap<String, byte[]> passages(RedissonClient redisson, TenantId tenant, String token) {
    return redisson.getMap(keys.tenant(tenant) + ":passages:" + token, CODEC);
  }

  private static EmbeddedPassage passage(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    byte[] json = new byte[bytes.getInt()];
    bytes.get(json);
    byte[] vector = new byte[bytes.remaining()];
    bytes.get(vector);
    Optional<Embedding> embedding =
        vector.length == 0 ? Optional.empty() : Optional.of(Embedding.ofBytes(vector));
    return new EmbeddedPassage(StoredJson.read(new String(json, UTF_8), Passage.class), embedding);
  }
}
