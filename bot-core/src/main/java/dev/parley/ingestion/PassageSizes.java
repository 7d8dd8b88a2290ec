package dev.parley.ingestion;

/// How long passages are, in characters. A small model for vectors reads about 256 pieces of
/// words, which are about 1,100 characters of English; what a passage says beyond that is lost
/// to it. Much shorter ones say too little to be understood by themselves.
final class PassageSizes {
  /// A passage ends before what would make it longer.
  static final int USUAL = 1_000;

  /// Blocks are kept whole up to here, and what is small is added.
  static final int MOST = 1_200;

  /// What is shorter is put with its neighbour.
  static final int SMALL = 200;

  /// What is said twice where a paragraph is cut: at most its last sentence.
  static final int OVERLAP = 150;

  private PassageSizes() {}
}
