package dev.parley.fetch;

/// How much is asked side by side; what is more waits, within its own time.
///
/// @param mostOfOneHost requests to one host
public record FetchSettings(int mostAtOnce, int mostOfOneHost) {
  public static final FetchSettings DEFAULTS = new FetchSettings(32, 4);

  public FetchSettings {
    if (mostAtOnce < 1 || mostOfOneHost < 1) {
      throw new IllegalArgumentException("there must be room for one request");
    }
  }
}
