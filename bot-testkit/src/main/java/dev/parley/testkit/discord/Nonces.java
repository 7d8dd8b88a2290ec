package dev.parley.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the message that was made with a nonce some minutes ago, also where it was deleted since
/// (discord.com/developers, "Create Message", `enforce_nonce`).
final class Nonces {
  static final int LONGEST = 25;

  private record Made(Post post, Instant until) {}

  private final Duration lifetime;
  private final Map<String, Made> made = new HashMap<>();

  Nonces(Duration lifetime) {
    this.lifetime = lifetime;
  }

  Optional<Post> find(DiscordChannel channel, String nonce, Instant now) {
    return Optional.ofNullable(made.get(channel.id() + " " + nonce))
        .filter(it -> it.until().isAfter(now))
        .map(Made::post);
  }

  void keep(DiscordChannel channel, String nonce, Post post, Instant now) {
    made.put(channel.id() + " " + nonce, new Made(post, now.plus(lifetime)));
  }
}
