package dev.parley.attachment;

import java.time.Duration;

/// How much of one file is read.
///
/// @param mostPages of a PDF
/// @param mostCharacters of a text, or of the text in a document
/// @param longestSound of one recording
/// @param longestVideo of one clip
public record ReadingLimits(
    int mostPages, int mostCharacters, Duration longestSound, Duration longestVideo) {
  /// Gemini takes documents of at most 1,000 pages (its documentation, "Document understanding").
  public static final int GEMINIS_MOST_PAGES = 1_000;

  public static final ReadingLimits DEFAULTS =
      new ReadingLimits(GEMINIS_MOST_PAGES, 400_000, Duration.ofMinutes(60), Duration.ofMinutes(3));

  public ReadingLimits {
    if (mostPages < 1 || mostCharacters < 1) {
      throw new IllegalArgumentException("a document needs room for a page and a character");
    }
    if (longestSound.toSeconds() < 1 || longestVideo.toSeconds() < 1) {
      throw new IllegalArgumentException("recordings need room for a second");
    }
  }
}
