package dev.parley.ingestion;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.model.ModelCancelledException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes documents that wait, one after the other, and notes what became of each.
final class JobWorker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

  private final IngestQueue queue;
  private final JobRun run;
  private final IngestPace pace;
  private final Bell bell;
  private volatile boolean stopping;

  /// @param bell rings where there may be work, and is rung where some is done
  JobWorker(IngestQueue queue, JobRun run, IngestPace pace, Bell bell) {
    this.queue = queue;
    this.run = run;
    this.pace = pace;
    this.bell = bell;
  }

  /// Takes nothing more.
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      boolean worked = false;
      try {
        worked = work();
      } catch (StoreUnavailableException away) {
        log.debug("nothing is read in: {}", away.getMessage());
      } catch (RuntimeException defect) {
        if (!stopping) {
          // the thread would end, and nothing be read in any more, without a word
          log.error("reading documents in failed", defect);
        }
      }
      if (!worked) {
        rest();
      }
    }
  }

  private void rest() {
    try {
      bell.await(pace.look());
    } catch (InterruptedException _) {
      log.debug("an instance that goes down does not wait for documents");
    }
  }

  /// Whether there was one.
  private boolean work() {
    Optional<ClaimedJob> claimed = queue.claim(pace.lease());
    claimed.ifPresent(this::work);
    return claimed.isPresent();
  }

  private void work(ClaimedJob claimed) {
    JobProgress progress = new JobProgress(queue, claimed, pace.lease());
    Optional<Ending> ending = Optional.empty();
    try (progress) {
      ending = Optional.of(run.run(claimed, progress));
    } catch (ModelCancelledException | JobLostException stopped) {
      log.debug("the job {} is stopped: {}", claimed.job().id(), stopped.getMessage());
    }
    boolean interrupted = Thread.interrupted();
    if (!progress.isLost()) {
      end(claimed, ending.filter(how -> !interrupted || isIn(how)));
    }
    bell.ring();
  }

  private static boolean isIn(Ending ending) {
    return ending instanceof Ending.Done || ending instanceof Ending.Unchanged;
  }

  /// @param ending empty where it was stopped, and goes on elsewhere
  private void end(ClaimedJob claimed, Optional<Ending> ending) {
    switch (ending.orElse(new Ending.Later(Duration.ZERO, ""))) {
      case Ending.Done(String told) -> queue.end(claimed, Stage.DONE, told);
      case Ending.Unchanged(String told) -> queue.end(claimed, Stage.UNCHANGED, told);
      case Ending.Failed(String told) -> queue.end(claimed, Stage.FAILED, told);
      case Ending.Later(Duration wait, String told) -> queue.postpone(claimed, wait, told);
    }
  }
}
