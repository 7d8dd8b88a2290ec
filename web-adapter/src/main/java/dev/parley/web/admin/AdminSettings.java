package dev.parley.web.admin;

import dev.parley.secret.Secret;
import java.time.Duration;

/// Who is let in to the admin pages, and for how long.
///
/// @param token that admins sign in with, of [#SHORTEST_TOKEN] characters or more
/// @param sessionLife how long a browser stays signed in
/// @param triesPerMinute how many wrong tokens one address may offer within a minute
public record AdminSettings(Secret token, Duration sessionLife, int triesPerMinute) {
  /// What is shorter could be guessed.
  public static final int SHORTEST_TOKEN = 16;

  public AdminSettings {
    if (token.reveal().length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "an admin's token has " + SHORTEST_TOKEN + " characters or more");
    }
    if (triesPerMinute < 1 || !sessionLife.isPositive()) {
      throw new IllegalArgumentException("somebody must be able to sign in");
    }
  }

  public static AdminSettings of(Secret token) {
    return new AdminSettings(token, Duration.ofHours(12), 10);
  }
}
