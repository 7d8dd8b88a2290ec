package dev.parley.launcher.settings;

import dev.parley.discord.DiscordSettings;
import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what is set for Discord.
final class DiscordSection {
  private static final Map<String, AnswerIn> PLACES =
      Map.of("channel", AnswerIn.CHANNEL, "thread", AnswerIn.THREAD);
  private static final String CATCH_UP = "catch-up";
  private static final int MOST_SHARDS = 1_000;

  private static final Duration MOST_CAUGHT_UP = Duration.ofHours(12);

  private DiscordSection() {}

  /// @param remembered how long a message is known again: what is older would be answered twice
  static DiscordSettings read(SettingsReader reader, Duration remembered) {
    Optional<Secret> token = reader.secret("token");
    Duration catchUp = reader.time(CATCH_UP, Duration.ZERO, MOST_CAUGHT_UP);
    if (token.isPresent() && catchUp.compareTo(remembered) > 0) {
      reader.mistake(
          CATCH_UP,
          "is longer than turns.remembered; what is older than that would be answered twice");
    }
    return new DiscordSettings(
        token,
        address(reader, "api-url", Set.of("http", "https")),
        address(reader, "gateway-url", Set.of("ws", "wss")),
        reader.choice("message-content", Map.of("true", true, "false", false)),
        reader.number("shards", 0, MOST_SHARDS),
        reader.choice("answer-in", PLACES),
        catchUp);
  }

  /// An address with a slash at its end.
  private static Optional<URI> address(SettingsReader reader, String key, Set<String> schemes) {
    Optional<String> url = reader.optionalText(key);
    try {
      Optional<URI> address = url.map(text -> URI.create(text.endsWith("/") ? text : text + "/"));
      if (address.isEmpty() || schemes.contains(String.valueOf(address.get().getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // told below, like any other text that is no address
    }
    reader.mistake(
        key, "needs an address that begins with " + String.join(":// or ", schemes) + "://");
    return Optional.empty();
  }
}
