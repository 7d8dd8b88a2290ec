package dev.parley.ingestion;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a document at which the bot itself fails: it keeps none of the others out.
final class Defects {
  private static final Logger log = LoggerFactory.getLogger(Defects.class);
  private static final int MOST_ATTEMPTS = 3;

  private Defects() {}

  /// @param what was read, for the log
  /// @param attempts how often it was tried, this time included
  static Ending ending(String what, Throwable defect, int attempts) {
    log.error("{} failed", what, defect);
    return attempts < MOST_ATTEMPTS
        ? Retries.after(attempts, Optional.empty(), "Something went wrong with it.")
        : new Ending.Failed("Something goes wrong with it whenever it is read.");
  }
}
