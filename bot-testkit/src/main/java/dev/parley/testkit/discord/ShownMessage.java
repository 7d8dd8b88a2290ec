package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A message as people see it now.
///
/// @param author the id of who wrote it
/// @param type 0 an ordinary message, 19 a reply, 18 and 21 notes about threads, 20 a command's
///     answer
/// @param files what hangs from it
/// @param reference the id of the message that it replies to, empty where there is none
/// @param edits how often it was changed after it was posted
/// @param pings who was really notified: `everyone`, `here`, or ids of roles and users
/// @param unfurls links that show a preview
/// @param reactions the bot's own
/// @param wire the message as the API tells it
public record ShownMessage(
    DiscordChannel channel,
    String id,
    String author,
    int type,
    String text,
    List<ShownButton> buttons,
    List<SharedFile> files,
    String reference,
    int flags,
    int edits,
    List<String> pings,
    List<String> unfurls,
    List<String> reactions,
    JsonNode wire)
    implements DiscordMessage {
  public ShownMessage {
    buttons = List.copyOf(buttons);
    files = List.copyOf(files);
  }

  /// Whether only one person sees it.
  public boolean ephemeral() {
    return (flags & MessageFlag.EPHEMERAL) != 0;
  }

  /// Whether it says that the bot thinks.
  public boolean loading() {
    return (flags & MessageFlag.LOADING) != 0;
  }

  /// Whether links in it show no preview.
  public boolean embedsSuppressed() {
    return (flags & MessageFlag.SUPPRESS_EMBEDS) != 0;
  }

  /// Whether it calls nobody's phone.
  public boolean silent() {
    return (flags & MessageFlag.SUPPRESS_NOTIFICATIONS) != 0;
  }

  /// The labels of its buttons.
  public List<String> labels() {
    return buttons.stream().map(ShownButton::label).toList();
  }
}
