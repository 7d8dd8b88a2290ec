package dev.parley.slack.text;

import dev.parley.message.MarkdownSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer of any length as messages that Slack takes; beyond a few, its beginning and all of it
/// as a file.
///
/// @param file the name and the whole answer, where the messages do not hold it
public record SlackParts(List<SlackMessage> messages, Optional<AnswerFile> file) {
  /// More messages than this would bury the conversation.
  public static final int MOST_MESSAGES = 4;

  private static final MarkdownSplitter SPLITTER =
      new MarkdownSplitter(SlackLimits.MARKDOWN, String::length);

  /// The whole of an answer.
  ///
  /// @param content the answer as the model wrote it: files ping nobody
  public record AnswerFile(String name, String content) {}

  public SlackParts {
    messages = List.copyOf(messages);
  }

  /// Cuts and renders an answer.
  ///
  /// @param asker who is mentioned at the beginning, if anybody is
  public static SlackParts of(String markdown, Optional<SlackMention> asker) {
    List<String> parts = SPLITTER.split(markdown);
    if (parts.size() > MOST_MESSAGES) {
      return shortened(markdown, parts.getFirst(), asker);
    }
    List<SlackMessage> messages = new ArrayList<>();
    for (String part : parts) {
      messages.add(message(part, messages.isEmpty() ? asker : Optional.empty(), List.of()));
    }
    return new SlackParts(messages, Optional.empty());
  }

  private static SlackParts shortened(
      String markdown, String beginning, Optional<SlackMention> asker) {
    AnswerFile file = new AnswerFile("answer.md", markdown);
    String note =
        "This is the beginning of a long answer. All of it is in the file `" + file.name() + "`.";
    return new SlackParts(
        List.of(message(beginning, asker, List.of(new SlackBlock.Section(note)))),
        Optional.of(file));
  }

  private static SlackMessage message(
      String part, Optional<SlackMention> asker, List<SlackBlock> below) {
    List<SlackBlock> blocks = new ArrayList<>();
    asker.ifPresent(mention -> blocks.add(new SlackBlock.Section(mention.token())));
    blocks.add(new SlackBlock.MarkdownText(SlackText.markdown(part)));
    blocks.addAll(below);
    String address = asker.map(mention -> mention.token() + " ").orElse("");
    return new SlackMessage(address + SlackText.fallback(part), blocks);
  }
}
