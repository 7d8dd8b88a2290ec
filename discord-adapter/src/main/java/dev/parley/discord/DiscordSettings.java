package dev.parley.discord;

import dev.parley.secret.Secret;
import java.util.Optional;

/// What can be set for Discord.
///
/// @param token the bot's own; empty: Discord is off
public record DiscordSettings(Optional<Secret> token) {}
