package dev.parley.slack.event;

import dev.parley.attachment.AttachmentRef;
import dev.parley.message.Addressing;
import java.util.List;
import java.util.Optional;

/// A message of a person or of another bot, as Slack tells of it.
///
/// @param tenant the workspace, within its organisation where the app is installed there
/// @param team the author's workspace
/// @param thread the `ts` of the message that the thread hangs from
/// @param text in Slack's own markup
/// @param fromBot whether another bot said it
/// @param shared whether the channel is shared with other companies
public record SlackMessage(
    String tenant,
    String team,
    String channel,
    String ts,
    Optional<String> thread,
    String user,
    String text,
    List<AttachmentRef> files,
    Addressing addressing,
    boolean fromBot,
    boolean shared) {
  public SlackMessage {
    files = List.copyOf(files);
  }
}
