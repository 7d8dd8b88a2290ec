package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom a message calls, by its words and by what `allowed_mentions` lets through
/// (discord.com/developers, "Allowed Mentions Object").
record Pings(List<String> everyone, List<String> roles, List<String> users) {
  /// Those of a message that nobody restricts, or of a bot's.
  ///
  /// @param allowed `allowed_mentions`, missing where it is not sent
  /// @param mayCallAll whether the author may call everyone
  /// @param repliedTo the author of the message that it replies to
  static Pings of(
      String text, JsonNode allowed, boolean mayCallAll, Optional<DiscordUser> repliedTo) {
    Set<String> users = new LinkedHashSet<>(let(Words.users(text), allowed, "users"));
    if (allowed.isMissingNode() || allowed.path("replied_user").asBoolean()) {
      repliedTo.ifPresent(it -> users.add(it.id()));
    }
    return new Pings(
        mayCallAll && parses(allowed, "everyone") ? Words.everyone(text) : List.of(),
        let(Words.roles(text), allowed, "roles"),
        List.copyOf(users));
  }

  private static List<String> let(List<String> said, JsonNode allowed, String kind) {
    Set<String> named = new LinkedHashSet<>();
    allowed.path(kind).forEach(it -> named.add(it.asText()));
    return said.stream().filter(it -> parses(allowed, kind) || named.contains(it)).toList();
  }

  private static boolean parses(JsonNode allowed, String kind) {
    for (JsonNode parsed : allowed.path("parse")) {
      if (parsed.asText().equals(kind)) {
        return true;
      }
    }
    return allowed.isMissingNode() || allowed.isNull();
  }

  Set<String> all() {
    Set<String> called = new LinkedHashSet<>(everyone);
    called.addAll(roles);
    called.addAll(users);
    return called;
  }
}
