package dev.parley.ingestion;

import java.time.Duration;

/// How often an instance looks for documents to read in.
///
/// @param lease after which others take one over whose instance says nothing
/// @param look between two looks for one, where nobody tells of any
public record IngestPace(Duration lease, Duration look) {
  public static final IngestPace USUAL =
      new IngestPace(Duration.ofSeconds(20), Duration.ofSeconds(1));
}
