package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// What is said of a tenant's documents, as one hash, and how it is changed.
final class StoredDocuments {
  /// What is removed is told of for so long, to whoever asks for what changed.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final int MOST_REMEMBERED = 10_000;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  StoredDocuments(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  List<StoredDocument> all(TenantId tenant) {
    return read(
        scripts.ask(patience, redisson -> documents(redisson, tenant).readAllValuesAsync()));
  }

  int count(TenantId tenant) {
    return scripts.ask(patience, redisson -> documents(redisson, tenant).sizeAsync());
  }

  List<StoredDocument> some(TenantId tenant, Collection<DocumentId> ids) {
    Set<String> names = ids.stream().map(DocumentId::value).collect(Collectors.toSet());
    if (names.isEmpty()) {
      return List.of();
    }
    return read(
        scripts.ask(patience, redisson -> documents(redisson, tenant).getAllAsync(names)).values());
  }

  Optional<StoredDocument> one(TenantId tenant, DocumentId id) {
    return some(tenant, List.of(id)).stream().findFirst();
  }

  private static List<StoredDocument> read(Collection<String> texts) {
    return texts.stream().flatMap(text -> StoredDocument.read(text).stream()).toList();
  }

  private RMap<String, String> documents(RedissonClient redisson, TenantId tenant) {
    return redisson.getMap(keys.tenant(tenant) + ":documents", StringCodec.INSTANCE);
  }

  /// Changes what is said of a document, whoever else does so at the same time.
  ///
  /// @param noted whether it is a change that others follow
  /// @return whether it is there
  boolean edit(TenantId tenant, DocumentId id, boolean noted, UnaryOperator<Document> change) {
    while (true) {
      Optional<StoredDocument> there = one(tenant, id);
      if (there.isEmpty()) {
        return false;
      }
      if (edited(there.get(), noted, change)) {
        return true;
      }
    }
  }

  private boolean edited(StoredDocument there, boolean noted, UnaryOperator<Document> change) {
    StoredDocument edited = there.with(change.apply(there.document()));
    TenantId tenant = there.document().tenant();
    Stream<String> arguments =
        Stream.of(there.document().id().value(), there.text(), edited.text(), noted ? "1" : "0");
    return run(Script.KNOWLEDGE_EDIT, tenant, arguments).equals("done");
  }

  /// Whether it was there.
  boolean remove(TenantId tenant, DocumentId id) {
    Stream<String> arguments = Stream.of(id.value(), UUID.randomUUID().toString());
    return run(Script.KNOWLEDGE_REMOVE, tenant, arguments).equals("1");
  }

  /// Runs a script that may note a change.
  String run(Script script, TenantId tenant, Stream<String> arguments) {
    Stream<String> news =
        Stream.of(
            UUID.randomUUID().toString(),
            keys.knowledgeTopic(),
            tenant.toString(),
            Long.toString(REMEMBERED.toMillis()),
            Integer.toString(MOST_REMEMBERED));
    String[] all = Stream.concat(arguments, news).toArray(String[]::new);
    return scripts.run(script, patience, keys.tenant(tenant), all).text();
  }
}
