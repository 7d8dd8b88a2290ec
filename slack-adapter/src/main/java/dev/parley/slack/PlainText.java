package dev.parley.slack;

import dev.parley.slack.event.Incoming;
import dev.parley.slack.event.SlackIdentity;
import dev.parley.slack.reply.Rendering;
import java.util.ArrayList;
import java.util.List;

/// The simplest way between CommonMark and Slack.
final class PlainText implements Rendering, Incoming.Decoding {
  private static final int LONGEST = 11_000;

  @Override
  public List<Part> parts(String markdown) {
    String safe = growing(markdown);
    List<Part> parts = new ArrayList<>();
    for (int start = 0; start < safe.length(); start += LONGEST) {
      String part = safe.substring(start, Math.min(safe.length(), start + LONGEST));
      parts.add(new Part(part, part.substring(0, Math.min(part.length(), 300))));
    }
    return parts;
  }

  @Override
  public String growing(String markdown) {
    return markdown.replace("<", "‹").replace("@", "＠").replace("![", "[");
  }

  @Override
  public String decoded(String markup, SlackIdentity bot) {
    return markup
        .replace("<@" + bot.user() + ">", "")
        .strip()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
