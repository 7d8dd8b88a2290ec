package dev.parley.platform;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message in a room: a person's, or a reply of the bot.
///
/// @param turn the id of the turn that a reply belongs to; empty for people's messages
/// @param thread the id of the message whose thread it is in, where it is in one
/// @param tone how a reply is meant; an answer for people's messages too
/// @param files that a reply carries
/// @param actions the buttons below a reply
/// @param sent files that a person sent with it
/// @param steps what tools did for a reply
public record RoomPost(
    String id,
    Instant at,
    Author author,
    String markdown,
    Reply.Tone tone,
    Optional<String> turn,
    Optional<String> thread,
    List<ReplyFile> files,
    List<ReplyAction> actions,
    List<AttachmentRef> sent,
    List<ToolStep> steps) {
  /// @param files missing where an older version stored it
  /// @param actions missing where an older version stored it
  /// @param sent missing where an older version stored it
  /// @param steps missing where an older version stored it
  public RoomPost {
    files = files == null ? List.of() : List.copyOf(files);
    actions = actions == null ? List.of() : List.copyOf(actions);
    sent = sent == null ? List.of() : List.copyOf(sent);
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /// A post that nobody sent files with.
  public RoomPost(
      String id,
      Instant at,
      Author author,
      String markdown,
      Reply.Tone tone,
      Optional<String> turn,
      Optional<String> thread,
      List<ReplyFile> files,
      List<ReplyAction> actions) {
    this(id, at, author, markdown, tone, turn, thread, files, actions, List.of(), List.of());
  }

  /// A post without files and buttons.
  public RoomPost(
      String id,
      Instant at,
      Author author,
      String markdown,
      Reply.Tone tone,
      Optional<String> turn,
      Optional<String> thread) {
    this(id, at, author, markdown, tone, turn, thread, List.of(), List.of());
  }

  /// The same post, with which these files were sent.
  public RoomPost withSent(List<AttachmentRef> others) {
    return new RoomPost(
        id, at, author, markdown, tone, turn, thread, files, actions, others, steps);
  }

  /// The same reply, for which tools did this.
  public RoomPost withSteps(List<ToolStep> some) {
    return new RoomPost(id, at, author, markdown, tone, turn, thread, files, actions, sent, some);
  }
}
