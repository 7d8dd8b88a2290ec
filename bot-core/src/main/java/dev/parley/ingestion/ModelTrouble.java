package dev.parley.ingestion;

import dev.parley.knowledge.IngestJob;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.quota.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a document whose vectors cannot be had.
final class ModelTrouble {
  private static final Logger log = LoggerFactory.getLogger(ModelTrouble.class);

  private ModelTrouble() {}

  /// @throws ModelCancelledException where that is why
  static Ending ending(ModelException why, IngestJob job, int attempts, Instant now) {
    return switch (why) {
      case ModelCancelledException cancelled -> throw cancelled;
      case ModelUnaffordableException unaffordable
          when unaffordable.refusal() instanceof Refusal refusal ->
          Retries.unaffordable(refusal, job.at(), now);
      case ModelOverloadedException overloaded ->
          Retries.after(
              attempts,
              overloaded.retryAfter(),
              "Its vectors cannot be made at the moment: too many want some.");
      case ModelUnaffordableException _, ModelUnreachableException _, ModelRejectedException _ -> {
        log.info("no vectors for the job {}: {}", job.id(), why.getMessage());
        yield Retries.after(
            attempts, Optional.empty(), "Its vectors cannot be made at the moment.");
      }
    };
  }
}
