package dev.parley.slack.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A block of a message. Source: "Blocks" of Block Kit.
public sealed interface SlackBlock {
  /// The block as Slack's API takes it.
  ObjectNode json();

  /// CommonMark.
  ///
  /// @param text safe CommonMark, as [SlackText#markdown(String)] makes it
  record MarkdownText(String text) implements SlackBlock {
    @Override
    public ObjectNode json() {
      return JsonNodeFactory.instance.objectNode().put("type", "markdown").put("text", text);
    }
  }

  /// A text in Slack's own markup.
  ///
  /// @param text safe markup of Slack, as [SlackText#mrkdwn(String)] makes it
  record Section(String text) implements SlackBlock {
    @Override
    public ObjectNode json() {
      ObjectNode section = JsonNodeFactory.instance.objectNode().put("type", "section");
      section.putObject("text").put("type", "mrkdwn").put("text", text);
      return section;
    }
  }
}
