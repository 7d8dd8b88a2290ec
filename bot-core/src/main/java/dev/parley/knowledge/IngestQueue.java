package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The documents that wait to be read in, and those that are: what an instance leaves behind,
/// another one does. All methods block shortly, and throw
/// [dev.parley.conversation.StoreUnavailableException] where the store does not answer.
public interface IngestQueue {
  /// Lets a job wait. A job for the same document that waits already goes.
  ///
  /// @param mostWaiting in the tenant
  /// @return whether there is room
  boolean add(IngestJob job, int mostWaiting);

  /// A job that waits or was left behind; empty where there is none. Tenants take turns: one with
  /// many jobs does not hold up the others. Cheap where there is nothing to do.
  ///
  /// @param lease how long it is this instance's, unless [#progress] prolongs it
  Optional<ClaimedJob> claim(Duration lease);

  /// A job as one instance has it.
  ///
  /// @param token tells this claim from those before and after it
  /// @param attempts how often it was claimed, this time included
  record ClaimedJob(IngestJob job, String token, int attempts) {}

  /// Notes how far it is, and keeps it for another lease.
  ///
  /// @return false where it is not this instance's any more: it was taken over, or is not wanted
  boolean progress(ClaimedJob claimed, JobState.Stage stage, int done, int of, Duration lease);

  /// Ends it, if it is this instance's still.
  ///
  /// @param told a sentence for people
  void end(ClaimedJob claimed, JobState.Stage stage, String told);

  /// Lets it wait again for a time.
  default void postpone(ClaimedJob claimed, Duration wait) {
    postpone(claimed, wait, "");
  }

  /// Does the same.
  ///
  /// @param told a sentence for people that says for what; blank where they need not know
  void postpone(ClaimedJob claimed, Duration wait, String told);

  /// Notes what became of a document that never waited, such as a file of a folder. Where it does
  /// wait, or is under way, nothing is noted.
  void note(JobState state);

  /// Does away with what waits or is under way for a document.
  void cancel(TenantId tenant, DocumentId document);

  /// All that wait, are under way, or ended within the last day, the latest first; one for each
  /// document. They come [without their words][Material#withoutWords()], which are for claimants.
  List<JobState> states(TenantId tenant);

  /// One of them.
  default Optional<JobState> state(TenantId tenant, String job) {
    return states(tenant).stream().filter(state -> state.job().id().equals(job)).findFirst();
  }

  /// Calls back whenever a job was added on any instance, each time on a thread of its own. It can
  /// be missed: claim now and then as well. Closed, it calls no more.
  AutoCloseable onAdded(Runnable listener);
}
