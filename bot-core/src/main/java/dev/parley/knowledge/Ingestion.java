package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes documents into the knowledge base, one after the other, whatever becomes of an instance
/// meanwhile.
public interface Ingestion {
  /// Lets a document be read in. Blocks shortly.
  Taken take(IngestJob job);

  /// What became of it.
  sealed interface Taken {
    /// It will be read.
    record Queued(String job) implements Taken {}

    /// It will not; a sentence for people says why.
    record Refused(String sentence) implements Taken {}
  }

  /// What waits, is under way, or ended within the last day, the latest first.
  List<JobState> states(TenantId tenant);

  /// Waits until a job is over, but no longer than this; what is known of it then.
  Optional<JobState> await(TenantId tenant, String job, Duration most);

  /// Does away with what waits or is under way for a document.
  void cancel(TenantId tenant, DocumentId document);
}
