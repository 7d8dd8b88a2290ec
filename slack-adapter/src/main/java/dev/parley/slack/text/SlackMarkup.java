package dev.parley.slack.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what people write in Slack as they see it. Source: "Retrieving messages", "Formatting
/// text for app surfaces".
public final class SlackMarkup {
  private static final String MEANT = "(?:<[@#!][^<>]*>|[^\\s<>,\"]+)";
  private static final Pattern AUDIENCE =
      Pattern.compile(
          "\\baudience(?::|\\s+[0-9a-f]{10}\\s+)\"?" + MEANT + "(?:\\s*,\\s*" + MEANT + ")*\"?");
  private static final Pattern LABEL = Pattern.compile("\\|[^<>]*(?=>)");
  private static final Pattern TOKEN = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

  private final String botUser;
  private final Function<String, Optional<String>> names;

  /// @param botUser the bot's own id; a message that begins with it is meant for the bot
  /// @param names what people are called, by their id
  public SlackMarkup(String botUser, Function<String, Optional<String>> names) {
    this.botUser = botUser;
    this.names = names;
  }

  /// The text without the bot's own mention at its beginning, with names for ids.
  public String plain(String markup) {
    return decoded(TOKEN.matcher(withoutMention(markup)).replaceAll(this::shown));
  }

  /// A command as its author wrote it: as [#plain] but that mentions in an audience stay as Slack
  /// writes them, since names are no ids.
  public String command(String markup) {
    String bare = withoutMention(markup);
    Matcher audience = AUDIENCE.matcher(bare);
    StringBuilder all = new StringBuilder();
    int from = 0;
    while (audience.find()) {
      all.append(plain(bare.substring(from, audience.start())))
          .append(LABEL.matcher(audience.group()).replaceAll(""));
      from = audience.end();
    }
    return all.append(plain(bare.substring(from))).toString();
  }

  private String withoutMention(String markup) {
    Pattern mention =
        Pattern.compile("\\A(?:\\s*<@" + Pattern.quote(botUser) + "(?:\\|[^<>]*)?>[\\s,:]*)+");
    return mention.matcher(markup).replaceFirst("");
  }

  private String shown(MatchResult token) {
    Optional<String> label = Optional.ofNullable(token.group(3)).filter(text -> !text.isEmpty());
    String shown =
        switch (token.group(1)) {
          case "@" -> "@" + names.apply(token.group(2)).or(() -> label).orElse(token.group(2));
          case "#" -> "#" + label.orElse(token.group(2));
          case "!" -> special(token.group(2), label);
          default -> link(token.group(2), label);
        };
    return Matcher.quoteReplacement(shown);
  }

  private static String special(String name, Optional<String> label) {
    if (name.startsWith("date^")) {
      return label.orElse("");
    }
    String word = label.orElse(name.startsWith("subteam^") ? "group" : name);
    return word.startsWith("@") ? word : "@" + word;
  }

  private static String link(String address, Optional<String> label) {
    String bare = address.startsWith("mailto:") ? address.substring(7) : address;
    return label
        .filter(words -> !words.equals(bare) && !address.endsWith("//" + words))
        .map(words -> words + " (" + bare + ")")
        .orElse(bare);
  }

  private static String decoded(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
