package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lets links be read again now and then, to follow their changes. What cannot be read any more
/// stays as it was, and is listed among what failed.
public final class LinkRefresh implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /// So many wait at once, so that they are not in people's way.
  private static final int MOST_WAITING = 10;

  private final KnowledgeStore store;
  private final IngestQueue queue;
  private final Function<TenantId, Payer> own;
  private final KnowledgeSettings settings;
  private final Clock clock;
  private final Rounds rounds = new Rounds("links", BETWEEN_LOOKS, this::look);

  /// @param own the bot's own account in a tenant
  public LinkRefresh(
      KnowledgeStore store,
      IngestQueue queue,
      Function<TenantId, Payer> own,
      KnowledgeSettings settings,
      Clock clock) {
    this.store = store;
    this.queue = queue;
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  /// Looks from now on, unless links are never read again.
  public void begin() {
    if (settings.refreshLinks().isPositive()) {
      rounds.begin();
    }
  }

  /// Lets links wait that were not read for long. Repeated, also by others at the same time, it
  /// does so once.
  public void look() {
    store.tenants().forEach(this::look);
  }

  private void look(TenantId tenant) {
    Instant due = clock.instant().minus(settings.refreshLinks());
    List<Document> old =
        store.documents(tenant).stream()
            .filter(document -> document.origin().kind() == Origin.Kind.LINK)
            .filter(document -> document.checkedAt().isBefore(due))
            .sorted(Comparator.comparing(Document::checkedAt))
            .toList();
    if (!old.isEmpty()) {
      Map<DocumentId, JobState> states =
          queue.states(tenant).stream()
              .collect(Collectors.toMap(state -> state.job().document(), state -> state));
      long open = states.values().stream().filter(state -> !state.isOver()).count();
      old.stream()
          .filter(document -> isDue(Optional.ofNullable(states.get(document.id())), due))
          .limit(Math.max(0, MOST_WAITING - open))
          .forEach(document -> queue.add(job(document), settings.mostWaiting()));
    }
  }

  private static boolean isDue(Optional<JobState> last, Instant due) {
    return last.filter(state -> !state.isOver() || !state.since().isBefore(due)).isEmpty();
  }

  /// The same job on all instances.
  private IngestJob job(Document document) {
    return new IngestJob(
        "again-%s-%d".formatted(document.id(), document.checkedAt().toEpochMilli()),
        document.tenant(),
        new Material.Link(document.origin().key()),
        Optional.empty(),
        Optional.empty(),
        own.apply(document.tenant()),
        clock.instant());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
