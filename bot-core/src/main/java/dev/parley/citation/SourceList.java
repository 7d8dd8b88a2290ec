package dev.parley.citation;

import dev.parley.message.WebAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The list of an answer's sources, in CommonMark.
final class SourceList {
  private static final int MOST_SEARCHES = 5;
  private static final int MOST_UNREAD = 5;
  private static final int LONGEST_TITLE = 100;
  private static final String NAMELESS = "a page";
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
  private static final Pattern FILE =
      Pattern.compile("\\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|html?|txt|csv|java|json|ya?ml)$");

  /// Where the results of a search are that was made by Google.
  private static final String RESULTS = "https://www.google.com/search?q=";

  private SourceList() {}

  /// Empty where there is nothing to tell.
  static String of(Numbering numbering, Sources sources) {
    List<String> blocks = new ArrayList<>();
    if (!numbering.places().isEmpty()) {
      blocks.add("**Sources**");
      blocks.add(numbered(numbering, sources));
    }
    if (!sources.unread().isEmpty()) {
      blocks.add(
          sources.unread().stream()
              .limit(MOST_UNREAD)
              .map(SourceList::unread)
              .collect(Collectors.joining("\n\n")));
    }
    if (!sources.searches().isEmpty()) {
      blocks.add(
          sources.searches().stream()
              .limit(MOST_SEARCHES)
              .map(query -> link(query, RESULTS + URLEncoder.encode(query, StandardCharsets.UTF_8)))
              .collect(Collectors.joining(" · ", "Searched: ", "")));
    }
    return String.join("\n\n", blocks);
  }

  private static String numbered(Numbering numbering, Sources sources) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (int place : numbering.places()) {
      number++;
      lines.append(number == 1 ? "" : "\n").append(number).append(". ");
      lines.append(line(sources.pages().get(place)));
    }
    if (numbering.more() > 0) {
      lines.append("\n\n… and ").append(numbering.more()).append(" more.");
    }
    return lines.toString();
  }

  private static String line(Source page) {
    String title = page.title().isBlank() ? page.site() : page.title();
    String name = link(title.isBlank() ? NAMELESS : title, page.address());
    return page.site().isBlank() || page.site().equals(title)
        ? name
        : name + " (" + plain(page.site()) + ")";
  }

  /// Words that name another place than the link leads to stand before it: nobody would take it for
  /// an honest one. Where the address is none of the web, there is no link.
  private static String link(String words, String address) {
    if (!WebAddress.isWeb(address)) {
      return plain(words);
    }
    return namesOtherPlace(words, address)
        ? plain(words) + " ([open](<" + address + ">))"
        : "[" + plain(words) + "](<" + address + ">)";
  }

  /// What looks like a host and is the name of a file counts as none.
  private static boolean namesOtherPlace(String words, String address) {
    String authority = address.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*", "");
    String host = authority.toLowerCase(Locale.ROOT);
    return HOST.matcher(words)
        .results()
        .map(named -> named.group().toLowerCase(Locale.ROOT))
        .filter(named -> !FILE.matcher(named).find())
        .anyMatch(named -> !host.equals(named) && !host.endsWith("." + named));
  }

  /// Not a link: it may be one that must not be followed.
  private static String unread(Unread page) {
    return "Not read: `" + cut(page.address().replaceAll("[`\\s]+", "")) + "` (" + page.why() + ")";
  }

  /// On one line, and no markup.
  private static String plain(String words) {
    return cut(words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
        .replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST_TITLE
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }
}
