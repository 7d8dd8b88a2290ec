package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.knowledge.Passage;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives documents vectors of the model that is used now, so that it can be changed, or a key be
/// added, at any time.
public final class NewVectors implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NewVectors.class);
  private static final String DUTY = "vectors";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /// Of the duty, between two batches of vectors.
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);

  /// In a round, so that people's documents come through.
  private static final int MOST_AT_ONCE = 5;

  private final KnowledgeStore store;
  private final PassageVectors vectors;
  private final Duties duties;
  private final Function<TenantId, Payer> own;
  private final KnowledgeSettings settings;
  private final Clock clock;
  private final Rounds rounds = new Rounds(DUTY, BETWEEN_LOOKS, this::look);
  private volatile Instant notBefore = Instant.MIN;

  /// @param own the bot's own account in a tenant
  public NewVectors(
      KnowledgeStore store,
      PassageVectors vectors,
      Duties duties,
      Function<TenantId, Payer> own,
      KnowledgeSettings settings,
      Clock clock) {
    this.store = store;
    this.vectors = vectors;
    this.duties = duties;
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  /// Looks from now on, unless there are no vectors.
  public void begin() {
    if (vectors.space().isPresent()) {
      rounds.begin();
    }
  }

  /// Gives a few documents new vectors, unless another instance does. Blocks; an interrupt ends
  /// it.
  public void look() {
    Optional<String> space = vectors.space().map(VectorSpace::toString);
    if (space.isEmpty() || clock.instant().isBefore(notBefore) || !duties.take(DUTY, LEASE)) {
      return;
    }
    try {
      store.tenants().stream()
          .flatMap(tenant -> store.documents(tenant).stream())
          .filter(document -> !document.space().equals(space))
          .limit(MOST_AT_ONCE)
          .forEach(document -> renew(document, space));
    } catch (ModelCancelledException stopped) {
      log.debug("no more new vectors: this instance goes down");
    } catch (JobLostException taken) {
      log.debug("no more new vectors: another instance makes them");
    } catch (ModelException refused) {
      notBefore = clock.instant().plus(AFTER_FAILURE);
      log.info("no new vectors for now: {}", refused.getMessage());
    }
  }

  private void renew(Document document, Optional<String> space) {
    List<Passage> passages =
        store.passages(document).stream().map(EmbeddedPassage::passage).toList();
    if (passages.isEmpty()) {
      return;
    }
    PassageVectors.Wanted wanted =
        new PassageVectors.Wanted(
            document.tenant(), document.title(), passages, Map.of(), own.apply(document.tenant()));
    List<EmbeddedPassage> embedded = vectors.of(wanted, _ -> keepDuty());
    Published published =
        store.publish(
            Optional.of(document), renewed(document, passages, space), embedded, settings.limits());
    log.info("new vectors for {} of {}: {}", document.id(), document.tenant(), published);
  }

  private void keepDuty() {
    if (!duties.take(DUTY, LEASE)) {
      throw new JobLostException(DUTY);
    }
  }

  private static Document renewed(Document old, List<Passage> passages, Optional<String> space) {
    return new Document(
        old.id(),
        old.tenant(),
        old.origin(),
        old.title(),
        old.mediaType(),
        old.audience(),
        old.addedBy(),
        old.addedAt(),
        old.checkedAt(),
        old.fingerprint(),
        Draft.version(old.title(), passages, space),
        space,
        old.passages(),
        old.characters());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
