package dev.parley.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.TenantId;
import dev.parley.message.InboundMessage;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// A call of a tool that waits for a person's word, as it will run.
///
/// @param id holds the beginning of the hash, so that what is approved is what was shown
/// @param origin the question that the model was answering, without its words and files
/// @param arguments as JSON
/// @param hash of the tool's name and the arguments: SHA-256 in hex
public record PendingCall(
    String id,
    InboundMessage origin,
    ConversationId conversation,
    String tool,
    String arguments,
    String hash,
    Instant askedAt,
    Instant expiresAt) {
  private static final int HASH_IN_ID = 12;
  private static final int LONGEST_BRIEF = 200;

  /// The call that a model asked for while it answered a message.
  public static PendingCall of(
      ToolCall call,
      ToolResult.Waiting waiting,
      InboundMessage question,
      ConversationId conversation,
      Instant now) {
    String arguments = call.arguments().toString();
    return new PendingCall(
        waiting.id(),
        withoutWords(question),
        conversation,
        call.name(),
        arguments,
        hash(call.name(), arguments),
        now,
        Instant.ofEpochMilli(waiting.until()));
  }

  private static InboundMessage withoutWords(InboundMessage question) {
    return new InboundMessage(
        question.id(),
        question.place(),
        question.author(),
        question.addressing(),
        "",
        question.sentAt(),
        question.replyAddress(),
        List.of(),
        question.groups(),
        question.wish(),
        question.forAskerAlone());
  }

  /// The hash of a call.
  static String hash(String tool, String arguments) {
    return AttachmentContent.of((tool + "\n" + arguments).getBytes(StandardCharsets.UTF_8))
        .sha256();
  }

  /// An id for a call.
  ///
  /// @param unique sets it apart from the same call at another time
  static String id(String unique, ToolCall call) {
    String hash = hash(call.name(), call.arguments().toString());
    return unique + "-" + hash.substring(0, HASH_IN_ID);
  }

  /// Whether it is what was shown and approved under its id.
  @JsonIgnore
  public boolean isIntact() {
    return hash.equals(hash(tool, arguments)) && id.endsWith("-" + hash.substring(0, HASH_IN_ID));
  }

  public TenantId tenant() {
    return origin.place().tenant();
  }

  /// Who asked for it, in their question.
  public Author asker() {
    return origin.author();
  }

  /// For whom, and where, it runs.
  public ToolUser user() {
    return new ToolUser(conversation, origin.place(), asker(), origin.groups());
  }

  /// The call on one line, for the audit.
  String brief() {
    return brief(tool, arguments, hash, origin.place().channel());
  }

  static String brief(String tool, String arguments, String hash, String channel) {
    String shown =
        arguments.length() <= LONGEST_BRIEF
            ? arguments
            : arguments.substring(0, LONGEST_BRIEF - 1) + "…";
    return "%s %s (%s) in %s".formatted(tool, shown, hash.substring(0, HASH_IN_ID), channel);
  }
}
