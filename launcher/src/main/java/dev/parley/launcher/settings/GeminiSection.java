package dev.parley.launcher.settings;

import dev.parley.gemini.GeminiSettings;
import dev.parley.gemini.OwnTools;
import dev.parley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How Gemini is called.
///
/// @param apiKey empty: the demo model answers
/// @param baseUrl empty: Google's own
/// @param imageModels that may be chosen for a place besides, because they make pictures
/// @param imageModel makes the pictures that people wish, by a command or in words; empty: none
/// @param outputLimit in tokens
/// @param attempts in all, the first included
/// @param ownTools which of Gemini's own tools may be used
public record GeminiSection(
    Optional<Secret> apiKey,
    Optional<URI> baseUrl,
    String model,
    List<String> fallbackModels,
    List<String> imageModels,
    Optional<String> imageModel,
    Duration connectTimeout,
    Duration idleTimeout,
    Duration turnTimeLimit,
    int outputLimit,
    int attempts,
    GeminiSettings.Resolution resolution,
    OwnTools ownTools) {
  private static final Map<String, GeminiSettings.Resolution> RESOLUTIONS =
      Map.of(
          "auto", GeminiSettings.Resolution.AUTO,
          "low", GeminiSettings.Resolution.LOW,
          "medium", GeminiSettings.Resolution.MEDIUM,
          "high", GeminiSettings.Resolution.HIGH);
  private static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);
  private static final Set<String> SCHEMES = Set.of("http", "https");

  static GeminiSection read(SettingsReader reader) {
    return new GeminiSection(
        reader.secret("api-key"),
        baseUrl(reader),
        reader.text("model"),
        reader.list("fallback-models"),
        reader.list("image-models"),
        reader.optionalText("image-model"),
        reader.time("connect-timeout", Duration.ofMillis(100), Duration.ofMinutes(1)),
        reader.time("idle-timeout", Duration.ofSeconds(1), Duration.ofMinutes(30)),
        reader.time("turn-time-limit", Duration.ofSeconds(5), Duration.ofHours(1)),
        reader.number("output-limit", 16, 1_000_000),
        reader.number("attempts", 1, 20),
        reader.choice("media-resolution", RESOLUTIONS),
        ownTools(reader));
  }

  private static OwnTools ownTools(SettingsReader reader) {
    return new OwnTools(
        reader.choice("search", SWITCH),
        reader.choice("url-context", SWITCH),
        reader.choice("code-execution", SWITCH),
        reader.number("reserved-searches", 0, 100));
  }

  /// The settings of the client.
  public GeminiSettings client(Secret key, Optional<URI> url, List<String> fallbacks) {
    GeminiSettings.Patience patience = GeminiSettings.Patience.DEFAULT;
    return new GeminiSettings(
        key,
        url,
        connectTimeout,
        idleTimeout,
        fallbacks,
        new GeminiSettings.Patience(
            attempts, patience.firstBackoff(), patience.longestBackoff(), patience.longestHint()),
        GeminiSettings.Breaker.DEFAULT,
        false,
        resolution,
        ownTools);
  }

  private static Optional<URI> baseUrl(SettingsReader reader) {
    Optional<String> url = reader.optionalText("base-url");
    try {
      Optional<URI> address = url.map(URI::create);
      if (address.isEmpty() || SCHEMES.contains(String.valueOf(address.get().getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // The sentence below is for this, too.
    }
    reader.mistake("base-url", "needs an address that begins with http:// or https://");
    return Optional.empty();
  }
}
