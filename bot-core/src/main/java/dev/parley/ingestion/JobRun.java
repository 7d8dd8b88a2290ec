package dev.parley.ingestion;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.ModelException;
import java.time.Clock;
import java.util.Optional;

/// Reads one document in, from its material to the knowledge base.
final class JobRun {
  private final KnowledgeStore store;
  private final MaterialReader reader;
  private final Publishing publishing;
  private final Clock clock;

  JobRun(KnowledgeStore store, MaterialReader reader, Publishing publishing, Clock clock) {
    this.store = store;
    this.reader = reader;
    this.publishing = publishing;
    this.clock = clock;
  }

  /// Blocks; an interrupt ends it.
  ///
  /// @throws dev.parley.model.ModelCancelledException after an interrupt
  /// @throws JobLostException where it is not this instance's any more
  Ending run(ClaimedJob claimed, Progress progress) {
    if (claimed.attempts() > Retries.MOST_CLAIMS) {
      return new Ending.Failed("Reading it was begun many times, and never came to an end.");
    }
    try {
      progress.report(Stage.READING, 0, 0);
      return read(claimed, progress);
    } catch (ModelException refused) {
      return ModelTrouble.ending(refused, claimed.job(), claimed.attempts(), clock.instant());
    } catch (StoreUnavailableException | JobLostException passing) {
      throw passing;
    } catch (RuntimeException | StackOverflowError defect) {
      IngestJob job = claimed.job();
      return Defects.ending(
          "the job " + job.id() + " of " + job.tenant(), defect, claimed.attempts());
    }
  }

  private Ending read(ClaimedJob claimed, Progress progress) {
    IngestJob job = claimed.job();
    return switch (reader.read(job.tenant(), job.material())) {
      case Reading.Said(SourceText text) ->
          publishing.publish(job, Optional.of(claimed), text, progress);
      case Reading.Unreadable(String told) -> new Ending.Failed(told);
      case Reading.Missing(String told) ->
          store.document(job.tenant(), job.document()).isPresent()
              ? Retries.missing(claimed.attempts(), told)
              : new Ending.Failed(told);
      case Reading.NotNow(String told, var wait) -> Retries.after(claimed.attempts(), wait, told);
    };
  }
}
