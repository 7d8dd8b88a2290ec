package dev.parley.discord.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a message as Discord's clients do, rule by rule, and tells what a person sees.
final class DiscordClient {
  /// A link that a person can press.
  record Pressable(String words, String address) {}

  private static final Pattern ESCAPE = Pattern.compile("\\\\([^0-9A-Za-z\\s])");
  private static final Pattern FENCE =
      Pattern.compile("(?i)```(?:[a-z0-9_+\\-.#]+?\\n)?\\n*([^\\n][\\s\\S]*?)\\n*```");
  private static final Pattern CODE = Pattern.compile("(`+)([\\s\\S]*?[^`])\\1(?!`)");
  private static final Pattern URL =
      Pattern.compile("(?:https?|steam|discord)://[^\\s<]+[^<.,:;\"'\\]\\s]");
  private static final Pattern AUTOLINK = Pattern.compile("<([^: >]+:/[^ >]+)>");
  private static final Pattern CONTACT =
      Pattern.compile("<(?:[^@\\s<>]+@[^\\s<>]+\\.\\w+|\\+\\d+|(?:mailto|tel|sms):[^ >]+)>");
  private static final Pattern MASKED =
      Pattern.compile(
          "\\[((?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*)\\]"
              + "\\(\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['\"][\\s\\S]*?['\"])?\\s*\\)");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_(?![A-Za-z0-9_])"
              + "|\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s*\\\\]|\\*\\*)|[^\\s*\\\\])+?)\\*(?!\\*)");
  private static final Pattern STRONG =
      Pattern.compile("\\*\\*((?:\\\\[\\s\\S]|[^\\\\])+?)\\*\\*(?!\\*)");
  private static final Pattern UNDERLINE = Pattern.compile("__((?:\\\\[\\s\\S]|[^\\\\])+?)__(?!_)");
  private static final Pattern STRUCK = Pattern.compile("~~([\\s\\S]+?)~~(?!_)");
  private static final Pattern SPOILER = Pattern.compile("\\|\\|([\\s\\S]+?)\\|\\|");
  private static final Pattern TOKEN =
      Pattern.compile(
          "<@[!&]?\\d+>|@everyone|@here|<#\\d+>|<a?:\\w+:\\d+>|<t:-?\\d{1,17}(?::[tTdDfFR])?>"
              + "|</[^<>:\\n]+:\\d+>|<id:(?:guide|browse|customize|linked-roles(?::\\d+)?)>");
  private static final Pattern HEADING =
      Pattern.compile(" *(#{1,3})\\s+((?!#+)[^\\n]+?)#*\\s*(?:\\n|$)");
  private static final Pattern SUBTEXT = Pattern.compile("-#\\s+([^\\n]+?)\\s*(?:\\n|$)");
  private static final Pattern QUOTE =
      Pattern.compile("( *>>> [\\s\\S]*)|( *> [^\\n]*(?:\\n *> [^\\n]*)*\\n?)");
  private static final Pattern BULLET = Pattern.compile(" *(?:[-*]|\\d+\\.) ");

  private final StringBuilder seen = new StringBuilder();
  private final List<Pressable> links = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private boolean inQuote;
  private boolean inLink;

  private DiscordClient() {}

  static DiscordClient reading(String content) {
    DiscordClient client = new DiscordClient();
    client.read(content.strip());
    return client;
  }

  /// The text that is shown, without marks.
  String seen() {
    return seen.toString();
  }

  List<Pressable> links() {
    return links;
  }

  /// What is shown otherwise than plain, such as `bold(word)`, in the order of their ends.
  List<String> styles() {
    return styles;
  }

  /// Mentions, times and the like that are shown as something else.
  List<String> tokens() {
    return tokens;
  }

  private void read(String text) {
    String rest = text;
    boolean lineStart = true;
    while (!rest.isEmpty()) {
      int taken = lineStart ? readBlock(rest) : 0;
      if (taken == 0) {
        taken = readInline(rest);
        lineStart = rest.charAt(taken - 1) == '\n';
      }
      rest = rest.substring(taken);
    }
  }

  private int readBlock(String rest) {
    Matcher quote = QUOTE.matcher(rest);
    if (!inQuote && quote.lookingAt()) {
      inQuote = true;
      styled("quote", quote.group().replaceAll("(?m)^ *>(?:>>)? ?", ""));
      inQuote = false;
      return quote.end();
    }
    Matcher heading = HEADING.matcher(rest);
    if (heading.lookingAt()) {
      styled("h" + heading.group(1).length(), heading.group(2));
      seen.append('\n');
      return heading.end();
    }
    Matcher subtext = SUBTEXT.matcher(rest);
    if (subtext.lookingAt()) {
      styled("small", subtext.group(1));
      return subtext.end();
    }
    Matcher bullet = BULLET.matcher(rest);
    if (bullet.lookingAt()) {
      styles.add("item");
      return bullet.end();
    }
    return 0;
  }

  private void styled(String style, String inner) {
    int from = seen.length();
    read(inner);
    styles.add(style + "(" + seen.substring(from).strip() + ")");
  }

  private int readInline(String rest) {
    return Stream.of(
            plain(ESCAPE, rest, 1),
            code("fence", FENCE, rest, 1),
            link(AUTOLINK, rest),
            link(CONTACT, rest),
            link(URL, rest),
            masked(rest),
            longest(rest),
            mark("struck", STRUCK, rest),
            code("code", CODE, rest, 2),
            token(rest),
            mark("spoiler", SPOILER, rest))
        .filter(rule -> rule.taken() > 0)
        .findFirst()
        .orElseGet(() -> new Rule(1, () -> seen.append(rest.charAt(0))))
        .run();
  }

  private record Rule(int taken, Runnable act) {
    int run() {
      act.run();
      return taken;
    }
  }

  private static final Rule NONE = new Rule(0, () -> {});

  private Rule plain(Pattern pattern, String rest, int group) {
    Matcher found = pattern.matcher(rest);
    return found.lookingAt() ? new Rule(found.end(), () -> seen.append(found.group(group))) : NONE;
  }

  private Rule code(String style, Pattern pattern, String rest, int group) {
    Matcher found = pattern.matcher(rest);
    return found.lookingAt()
        ? new Rule(
            found.end(),
            () -> {
              seen.append(found.group(group));
              styles.add(style + "(" + found.group(group).strip() + ")");
            })
        : NONE;
  }

  private Rule link(Pattern pattern, String rest) {
    Matcher found = pattern.matcher(rest);
    if (inLink || !found.lookingAt()) {
      return NONE;
    }
    String address = found.group().replaceAll("^<|>$", "");
    return new Rule(
        found.end(),
        () -> {
          seen.append(address);
          links.add(new Pressable(address, address));
        });
  }

  private Rule masked(String rest) {
    Matcher found = MASKED.matcher(rest);
    if (inLink || !found.lookingAt() || !found.group(2).matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return NONE;
    }
    return new Rule(
        found.end(),
        () -> {
          int from = seen.length();
          inLink = true;
          read(found.group(1));
          inLink = false;
          links.add(new Pressable(seen.substring(from), found.group(2)));
        });
  }

  /// Of the marks that begin alike, the one that takes most.
  private Rule longest(String rest) {
    return Stream.of(
            mark("italic", EMPHASIS, rest),
            mark("bold", STRONG, rest),
            mark("underlined", UNDERLINE, rest))
        .reduce(NONE, (best, other) -> other.taken() > best.taken() ? other : best);
  }

  private Rule mark(String style, Pattern pattern, String rest) {
    Matcher found = pattern.matcher(rest);
    return found.lookingAt() ? new Rule(found.end(), () -> styled(style, content(found))) : NONE;
  }

  private static String content(MatchResult found) {
    return found.groupCount() > 1 && found.group(1) == null ? found.group(2) : found.group(1);
  }

  private Rule token(String rest) {
    Matcher found = TOKEN.matcher(rest);
    return found.lookingAt()
        ? new Rule(
            found.end(),
            () -> {
              seen.append(found.group());
              tokens.add(found.group());
            })
        : NONE;
  }
}
