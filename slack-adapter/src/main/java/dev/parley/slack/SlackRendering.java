package dev.parley.slack;

import dev.parley.message.MarkdownSplitter;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.text.SlackStreamText;
import dev.parley.slack.text.SlackText;
import java.util.List;

/// Answers as messages of as much text as their blocks hold.
final class SlackRendering implements Rendering {
  /// What a message's markdown blocks hold (Slack's documentation, "Markdown block").
  private static final int LONGEST_BLOCK = 12_000;

  private static final MarkdownSplitter SPLITTER =
      new MarkdownSplitter(LONGEST_BLOCK, String::length);

  @Override
  public List<Part> parts(String markdown) {
    return SPLITTER.split(markdown).stream().map(SlackRendering::part).toList();
  }

  private static Part part(String text) {
    return new Part(
        SlackText.blocks(text, LONGEST_BLOCK), SlackText.markdown(text), SlackText.fallback(text));
  }

  @Override
  public String growing(String markdown) {
    return new SlackStreamText().take(markdown);
  }
}
