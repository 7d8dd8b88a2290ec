package dev.parley.gemini;

/// Which of Gemini's own tools may be used, and what is reserved for them: nobody can tell it how
/// much to search or to read.
///
/// @param search of the web by Google; what is searched for goes to Google Search
/// @param urlContext reads the pages whose addresses are in the question
/// @param codeExecution runs Python at Google
/// @param mostSearches that are reserved for each call
public record OwnTools(
    boolean search, boolean urlContext, boolean codeExecution, int mostSearches) {
  /// None of them.
  public static final OwnTools OFF = new OwnTools(false, false, false, 0);

  private static final long TOKENS_OF_SEARCH = 16_384L;
  private static final long TOKENS_OF_PAGES = 65_536L;
  private static final long TOKENS_OF_CODE = 32_768L;

  public OwnTools {
    if (mostSearches < 0) {
      throw new IllegalArgumentException("there are no fewer searches than none");
    }
  }

  boolean any() {
    return search || urlContext || codeExecution;
  }

  /// The searches that are reserved for a call.
  int searches() {
    return search ? mostSearches : 0;
  }

  /// The tokens that are reserved in each prompt for what the tools find.
  long tokens() {
    return (search ? TOKENS_OF_SEARCH : 0)
        + (urlContext ? TOKENS_OF_PAGES : 0)
        + (codeExecution ? TOKENS_OF_CODE : 0);
  }
}
