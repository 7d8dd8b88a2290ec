package dev.parley.discord.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what people write in Discord as they see it; code stays as it is. Source: "Message
/// Formatting".
public final class DiscordMarkup {
  private static final Pattern CODE_OR_TOKEN =
      Pattern.compile(
          "```[\\s\\S]*?```|(?<ticks>`+)[\\s\\S]*?[^`]\\k<ticks>(?!`)|\\\\[^\\p{L}\\p{N}\\s]"
              + "|<@!?(?<person>\\d+)>|<@&(?<role>\\d+)>|<#(?<channel>\\d+)>"
              + "|<a?(?<emoji>:\\w+:)\\d+>|<t:(?<time>-?\\d{1,17})(?::[a-zA-Z])?>"
              + "|<(?<command>/[^<>:\\n]+):\\d+>|<id:(?<guide>[a-z-]+)(?::\\d+)?>");
  private static final Map<String, String> GUIDES =
      Map.of(
          "browse", "Browse Channels",
          "customize", "Channels & Roles",
          "guide", "Server Guide",
          "linked-roles", "Linked Roles");

  private final Pattern ownMention;
  private final Names names;

  /// Reads for one bot in one place.
  ///
  /// @param bot the bot's own id; a message that begins with it is meant for the bot
  /// @param roles the roles that stand for the bot
  public DiscordMarkup(String bot, Set<String> roles, Names names) {
    String mentions =
        Stream.concat(
                Stream.of("<@!?" + Pattern.quote(bot) + ">"),
                roles.stream().map(role -> "<@&" + Pattern.quote(role) + ">"))
            .collect(Collectors.joining("|"));
    this.ownMention = Pattern.compile("\\A(?:\\s*(?:" + mentions + ")[\\s,:]*)+");
    this.names = names;
  }

  /// The text without the bot's own mention at its beginning, with names for ids and times in UTC.
  public String plain(String content) {
    String meant = ownMention.matcher(content).replaceFirst("");
    return CODE_OR_TOKEN
        .matcher(meant)
        .replaceAll(token -> Matcher.quoteReplacement(shown(token)))
        .strip();
  }

  private String shown(MatchResult token) {
    return group(token, "person")
        .map(id -> "@" + names.person(id).orElse(id))
        .or(() -> group(token, "role").map(id -> "@" + names.role(id).orElse(id)))
        .or(() -> group(token, "channel").map(id -> "#" + names.channel(id).orElse(id)))
        .or(() -> group(token, "emoji"))
        .or(() -> group(token, "time").flatMap(DiscordMarkup::time))
        .or(() -> group(token, "command"))
        .or(() -> group(token, "guide").map(GUIDES::get))
        .orElse(token.group());
  }

  private static Optional<String> group(MatchResult token, String name) {
    return Optional.ofNullable(token.group(name));
  }

  private static Optional<String> time(String seconds) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)).toString());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
