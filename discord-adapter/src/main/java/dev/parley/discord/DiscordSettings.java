package dev.parley.discord;

import dev.parley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What can be set for Discord.
///
/// @param token the bot's own; empty: Discord is off
/// @param apiUrl of the API, with a slash at its end; empty: Discord's own
/// @param gatewayUrl of the gateway; empty: Discord's own
/// @param messageContent whether the bot asks to read what people write to others than it
/// @param shards how many sessions share the guilds; 0: as many as Discord recommends
/// @param catchUp how old something may be that was said while the bot was down, to be answered
///     still
public record DiscordSettings(
    Optional<Secret> token,
    Optional<URI> apiUrl,
    Optional<URI> gatewayUrl,
    boolean messageContent,
    int shards,
    AnswerIn answerIn,
    Duration catchUp) {
  /// Where a question in a channel is answered.
  public enum AnswerIn {
    CHANNEL,
    THREAD
  }

  public boolean isOn() {
    return token.isPresent();
  }
}
