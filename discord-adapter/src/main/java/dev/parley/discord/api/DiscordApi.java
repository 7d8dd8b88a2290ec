package dev.parley.discord.api;

import com.fasterxml.jackson.databind.JsonNode;

/// Calls Discord.
public interface DiscordApi {
  /// What Discord answered; a missing node where it answered nothing, or the call was not wanted
  /// any more. Blocks, and waits where limits demand it.
  ///
  /// @throws DiscordCallException where it failed
  JsonNode call(ApiCall call);
}
