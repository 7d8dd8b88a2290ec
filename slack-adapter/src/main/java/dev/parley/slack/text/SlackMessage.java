package dev.parley.slack.text;

import java.util.List;

/// A message as it is posted.
///
/// @param text what notifications show; safe, and within Slack's limit
/// @param blocks what people see in the conversation
public record SlackMessage(String text, List<SlackBlock> blocks) {
  public SlackMessage {
    blocks = List.copyOf(blocks);
  }
}
