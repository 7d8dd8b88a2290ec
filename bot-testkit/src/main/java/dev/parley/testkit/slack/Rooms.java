package dev.parley.testkit.slack;

/// Finds the channel and the message that a call names, as far as the bot may.
final class Rooms {
  private Rooms() {}

  /// A channel that the bot may read.
  static SlackChannel readable(ApiCall call, String argument) {
    SlackWorkspace workspace = call.workspace();
    SlackChannel room =
        workspace
            .find(call.text(argument))
            .orElseThrow(() -> new SlackRefusedException("channel_not_found"));
    if (!room.members().contains(workspace.botUserId())) {
      boolean visible = room.kind() == SlackChannel.Kind.CHANNEL;
      throw new SlackRefusedException(visible ? "not_in_channel" : "channel_not_found");
    }
    return room;
  }

  /// A channel that the bot may write to.
  static SlackChannel writable(ApiCall call) {
    SlackChannel room = readable(call, "channel");
    if (room.isArchived()) {
      throw new SlackRefusedException("is_archived");
    }
    return room;
  }

  static Post message(ApiCall call, SlackChannel room, String argument) {
    return room.find(call.required(argument))
        .orElseThrow(() -> new SlackRefusedException("message_not_found"));
  }

  /// A message that the bot wrote itself.
  static Post own(ApiCall call, SlackChannel room, String argument, String otherwise) {
    Post post = message(call, room, argument);
    if (!post.author().equals(call.workspace().botUserId())) {
      throw new SlackRefusedException(otherwise);
    }
    return post;
  }
}
