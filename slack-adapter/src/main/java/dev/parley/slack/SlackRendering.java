package dev.parley.slack;

import dev.parley.message.MarkdownSplitter;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.text.SlackStreamText;
import dev.parley.slack.text.SlackText;
import java.util.List;

/// Answers as markdown blocks, one in each message.
final class SlackRendering implements Rendering {
  /// What a message's markdown blocks hold (Slack's documentation, "Markdown block").
  private static final int LONGEST_BLOCK = 12_000;

  private static final MarkdownSplitter SPLITTER =
      new MarkdownSplitter(LONGEST_BLOCK, String::length);

  @Override
  public List<Part> parts(String markdown) {
    return SPLITTER.split(markdown).stream()
        .map(part -> new Part(SlackText.markdown(part), SlackText.fallback(part)))
        .toList();
  }

  @Override
  public String growing(String markdown) {
    return new SlackStreamText().take(markdown);
  }
}
