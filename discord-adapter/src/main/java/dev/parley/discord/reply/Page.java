package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.inbox.TurnRef;
import dev.parley.message.ReplyAction;
import java.util.List;
import java.util.Optional;

/// One message of an answer, as it should be seen.
///
/// @param files that it carries from now on, instead of those that it had
/// @param actions buttons that run commands
/// @param instead of a message that somebody deleted
record Page(
    String content,
    Under under,
    List<UploadedFile> files,
    List<ReplyAction> actions,
    Optional<String> instead) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Links unfold to nothing ("Message Flags": SUPPRESS_EMBEDS).
  private static final int SUPPRESS_EMBEDS = 1 << 2;

  static Page of(String content, Under under) {
    return new Page(content, under, List.of(), List.of());
  }

  Page(String content, Under under, List<UploadedFile> files, List<ReplyAction> actions) {
    this(content, under, files, actions, Optional.empty());
  }

  /// The same, posted anew in the place of a message that is gone.
  Page insteadOf(String message) {
    return new Page(content, under, files, actions, Optional.of(message));
  }

  /// What Discord is sent: nobody is called but whom the message replies to.
  ObjectNode json(TurnRef turn) {
    ObjectNode json = JSON.createObjectNode().put("content", content).put("flags", SUPPRESS_EMBEDS);
    json.putObject("allowed_mentions").put("replied_user", true).putArray("parse");
    json.set("components", CommandButtons.rows(actions).addAll(under.rows(turn)));
    json.set("attachments", UploadedFile.described(files));
    return json;
  }
}
