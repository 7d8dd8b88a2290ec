package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to a queue, step by step, and what must come of it: a model that knows of each
/// document who has its job, and until when.
final class IngestStory {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int DOCUMENTS = 4;
  private static final int MOST_WAITING = 3;
  private static final List<TenantId> TENANTS = List.of(Said.tenant("T1"), Said.tenant("T2"));

  private final IngestQueue queue;
  private final SteppedClock clock;
  private final Map<Place, Open> open = new HashMap<>();
  private final List<ClaimedJob> claims = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int jobs;

  IngestStory(IngestQueue queue, SteppedClock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /// What can be done.
  enum Deed {
    ADD,
    ADD_MORE,
    CLAIM,
    CLAIM_MORE,
    WAIT,
    PROGRESS,
    END,
    POSTPONE,
    CANCEL
  }

  /// @param at which document, claim or time, of ten
  record Step(Deed deed, int at) {}

  private record Place(TenantId tenant, DocumentId document) {
    static Place of(IngestJob job) {
      return new Place(job.tenant(), job.document());
    }
  }

  /// A job that is not over.
  private record Open(String job, String token, int attempts, Instant due) {}

  /// @return what was not as it must be
  List<String> told(List<Step> story) {
    for (Step step : story) {
      switch (step.deed()) {
        case ADD, ADD_MORE -> add(step.at());
        case CLAIM, CLAIM_MORE -> claim();
        case WAIT -> clock.step(LEASE.dividedBy(6).multipliedBy(step.at()));
        case PROGRESS -> chosen(step.at()).ifPresent(this::progress);
        case END -> chosen(step.at()).ifPresent(this::end);
        case POSTPONE -> chosen(step.at()).ifPresent(claim -> postpone(claim, step.at()));
        case CANCEL -> cancel(step.at());
      }
    }
    clock.step(LEASE.multipliedBy(3));
    for (int left = open.size(); left >= 0; left--) {
      claim();
    }
    return wrong;
  }

  private void expect(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  private IngestJob job(int at) {
    jobs++;
    return SomeKnowledge.job(TENANTS.get(at % 2), "j" + jobs, "d" + at / 2 % DOCUMENTS);
  }

  private void add(int at) {
    IngestJob job = job(at);
    Place place = Place.of(job);
    long others =
        open.keySet().stream()
            .filter(other -> other.tenant().equals(job.tenant()) && !other.equals(place))
            .count();
    boolean added = queue.add(job, MOST_WAITING);
    expect(added == others < MOST_WAITING, "added " + added + " beside " + others);
    if (added) {
      open.put(place, new Open(job.id(), "", 0, clock.instant()));
    }
  }

  private void claim() {
    Instant now = clock.instant();
    Optional<ClaimedJob> claimed = queue.claim(LEASE);
    if (claimed.isEmpty()) {
      expect(
          open.values().stream().allMatch(job -> job.due().isAfter(now)),
          "nothing was claimed of " + open);
      return;
    }
    ClaimedJob got = claimed.get();
    Open before = open.get(Place.of(got.job()));
    expect(before != null && !before.due().isAfter(now), got + " was claimed, but was " + before);
    if (before != null) {
      expect(before.job().equals(got.job().id()), got + " is not the job " + before);
      expect(got.attempts() == before.attempts() + 1, got + " was tried before: " + before);
    }
    claims.add(got);
    open.put(
        Place.of(got.job()),
        new Open(got.job().id(), got.token(), got.attempts(), now.plus(LEASE)));
  }

  private Optional<ClaimedJob> chosen(int at) {
    return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(at % claims.size()));
  }

  private Optional<Open> held(ClaimedJob claim) {
    return Optional.ofNullable(open.get(Place.of(claim.job())))
        .filter(job -> job.token().equals(claim.token()));
  }

  private void progress(ClaimedJob claim) {
    boolean kept = queue.progress(claim, Stage.EMBEDDING, 1, 2, LEASE);
    Optional<Open> held = held(claim);
    expect(kept == held.isPresent(), claim + " goes on: " + kept);
    held.ifPresent(job -> due(claim, job.token(), LEASE));
  }

  private void due(ClaimedJob claim, String token, Duration in) {
    open.put(
        Place.of(claim.job()),
        new Open(claim.job().id(), token, claim.attempts(), clock.instant().plus(in)));
  }

  private void end(ClaimedJob claim) {
    queue.end(claim, Stage.DONE, "Done.");
    held(claim).ifPresent(_ -> open.remove(Place.of(claim.job())));
  }

  private void postpone(ClaimedJob claim, int at) {
    Duration wait = Duration.ofSeconds(10L * at);
    queue.postpone(claim, wait);
    held(claim).ifPresent(_ -> due(claim, "", wait));
  }

  private void cancel(int at) {
    IngestJob job = job(at);
    queue.cancel(job.tenant(), job.document());
    open.remove(Place.of(job));
  }
}
