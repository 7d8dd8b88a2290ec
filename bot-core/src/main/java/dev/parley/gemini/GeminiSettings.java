package dev.parley.gemini;

import dev.parley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How Gemini is called.
///
/// @param baseUrl empty: Google's
/// @param idleTimeout the longest silence of a running answer
/// @param fallbackModels asked in this order where the wanted model cannot answer
/// @param patience when a failed call is made again
/// @param breaker when a failing model is left alone for a while
/// @param thoughts whether the model tells what it thinks, besides its answer
/// @param resolution how closely the model looks at pictures, pages and videos
/// @param ownTools which of Gemini's own tools may be used
public record GeminiSettings(
    Secret apiKey,
    Optional<URI> baseUrl,
    Duration connectTimeout,
    Duration idleTimeout,
    List<String> fallbackModels,
    Patience patience,
    Breaker breaker,
    boolean thoughts,
    Resolution resolution,
    OwnTools ownTools) {
  /// How closely the model looks at pictures, pages and videos: fewer tokens, less detail.
  public enum Resolution {
    /// As the model does by itself.
    AUTO,
    LOW,
    MEDIUM,
    HIGH
  }

  /// When a failed call is made again: before anything visible came, and only then.
  ///
  /// @param mostAttempts calls to one model in all, the first included
  /// @param longestHint a provider that asks to wait for longer is not waited for
  public record Patience(
      int mostAttempts, Duration firstBackoff, Duration longestBackoff, Duration longestHint) {
    public static final Patience DEFAULT =
        new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(20));

    public Patience {
      if (mostAttempts < 1) {
        throw new IllegalArgumentException("a model is called at least once");
      }
    }
  }

  /// When a failing model is left alone for a while.
  ///
  /// @param window the number of last calls that are looked at
  /// @param leastCalls fewer calls than this prove nothing
  /// @param failurePercent the share of failed calls from which on it is left alone
  public record Breaker(int window, int leastCalls, int failurePercent, Duration rest) {
    public static final Breaker DEFAULT = new Breaker(20, 10, 50, Duration.ofSeconds(20));
  }

  public GeminiSettings {
    fallbackModels = List.copyOf(fallbackModels);
  }

  /// The defaults, with this key.
  public static GeminiSettings of(Secret apiKey) {
    return new GeminiSettings(
        apiKey,
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        List.of("gemini-3.5-flash-lite"),
        Patience.DEFAULT,
        Breaker.DEFAULT,
        false,
        Resolution.AUTO,
        OwnTools.OFF);
  }

  public GeminiSettings withBaseUrl(URI url) {
    return new GeminiSettings(
        apiKey,
        Optional.of(url),
        connectTimeout,
        idleTimeout,
        fallbackModels,
        patience,
        breaker,
        thoughts,
        resolution,
        ownTools);
  }
}
