package dev.parley.web;

import dev.parley.identity.MessageId;
import dev.parley.identity.UserId;
import java.util.regex.Pattern;

/// How posts are named. People's posts have the ids that their pages made, the bot's are derived
/// from what they answer, so that whoever posts an answer again names it the same.
final class PostNaming {
  static final UserId BOT = new UserId("parley");

  private static final String REPLY = "reply-";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private PostNaming() {}

  static String reply(MessageId answered) {
    return REPLY + answered;
  }

  /// The id of a message that a page made.
  static String messageId(String given) {
    if (!UUID.matcher(given).matches()) {
      throw RequestProblem.bad("\"id\" must be a UUID made by the sender.");
    }
    return given;
  }

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /// The id of an upload.
  static String fileId(String given) {
    if (!isUuid(given)) {
      throw RequestProblem.bad("\"" + JsonBody.shortened(given) + "\" is not the id of a file.");
    }
    return given;
  }

  /// The message that a thread hangs from: the question, where its answer was named.
  static String threadRoot(String given) {
    String root = given.startsWith(REPLY) ? given.substring(REPLY.length()) : given;
    if (!UUID.matcher(root).matches()) {
      throw RequestProblem.bad("\"thread\" must be the id of a message in this room.");
    }
    return root;
  }

  /// The id of a person, who is never the bot.
  static UserId person(String given) {
    if (BOT.value().equalsIgnoreCase(given)) {
      throw RequestProblem.bad("This id is the bot's own.");
    }
    return new UserId(given);
  }
}
