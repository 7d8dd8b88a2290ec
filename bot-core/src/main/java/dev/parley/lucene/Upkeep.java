package dev.parley.lucene;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.IndexUnavailableException;
import dev.parley.knowledge.KnowledgeStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the indexes of tenants up to date with the store, bit by bit. An index that fails is left
/// alone for a time, so that the others go on.
final class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration REST = Duration.ofSeconds(30);

  private final KnowledgeStore store;
  private final LucenePassageIndex indexes;
  private final Map<TenantId, Backlog> backlogs = new HashMap<>();
  private final Map<TenantId, Long> restUntil = new HashMap<>();
  private boolean isClean;

  Upkeep(KnowledgeStore store, LucenePassageIndex indexes) {
    this.store = store;
    this.indexes = indexes;
  }

  /// The tenants that have documents, or an index.
  ///
  /// @throws StoreUnavailableException where the store does not answer
  synchronized Set<TenantId> all() {
    Set<TenantId> all = new HashSet<>(store.tenants());
    all.addAll(indexes.tenants());
    if (!isClean) {
      clean(all);
    }
    return all;
  }

  private void clean(Set<TenantId> all) {
    try {
      indexes.keepOnly(all);
      isClean = true;
    } catch (IOException stuck) {
      log.warn("What is left of tenants without documents could not be deleted", stuck);
    }
  }

  /// Applies some of what changed in each of some tenants.
  ///
  /// @return those for which there is more to do
  /// @throws StoreUnavailableException where the store does not answer
  synchronized Set<TenantId> advance(Collection<TenantId> tenants) {
    Set<TenantId> unfinished = new HashSet<>();
    for (TenantId tenant : tenants) {
      if (isAwake(tenant) && advance(tenant)) {
        unfinished.add(tenant);
      }
    }
    return unfinished;
  }

  private boolean isAwake(TenantId tenant) {
    Long until = restUntil.get(tenant);
    return until == null || System.nanoTime() - until >= 0;
  }

  private boolean advance(TenantId tenant) {
    try {
      TenantIndex index = indexes.opened(tenant);
      boolean more = advance(tenant, index);
      restUntil.remove(tenant);
      return more;
    } catch (StoreUnavailableException away) {
      throw away;
    } catch (RuntimeException failed) {
      log.error("The index of {} is left as it is for {}", tenant, REST, failed);
      restUntil.put(tenant, System.nanoTime() + REST.toNanos());
      return false;
    }
  }

  private boolean advance(TenantId tenant, TenantIndex index) {
    try {
      return backlog(tenant, index).advance();
    } catch (AlreadyClosedException dropped) {
      // by a search that could not read it
      log.debug("The index of {} is opened anew", tenant, dropped);
      indexes.drop(tenant, index);
      return true;
    } catch (IOException broken) {
      indexes.drop(tenant, index);
      throw new IndexUnavailableException("the index of " + tenant + " is broken", broken);
    }
  }

  private Backlog backlog(TenantId tenant, TenantIndex index) {
    Backlog backlog = backlogs.get(tenant);
    if (backlog == null || !backlog.isFor(index)) {
      backlog = new Backlog(tenant, index, store);
      backlogs.put(tenant, backlog);
    }
    return backlog;
  }
}
