package dev.parley.ingestion;

import java.io.Serial;

/// A document is not this instance's to read in any more: another one has it, or nobody wants it.
final class JobLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  JobLostException(String job) {
    super("the job " + job + " is not this instance's any more");
  }
}
