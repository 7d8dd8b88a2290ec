package dev.parley.message;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A message to the bot, as an adapter understood it: mention stripped, entities decoded.
///
/// @param replyAddress what the adapter needs to answer it; opaque to the core, at most a few
///     hundred characters
/// @param attachments files that were sent with it
/// @param groups ids of the roles or user groups that its author was in
/// @param wish what its author wants; its text says of what
/// @param forAskerAlone whether nobody but its author sees the answer, wherever it was said
public record InboundMessage(
    MessageId id,
    Place place,
    Author author,
    Addressing addressing,
    String text,
    Instant sentAt,
    String replyAddress,
    List<AttachmentRef> attachments,
    Set<String> groups,
    Wish wish,
    boolean forAskerAlone) {
  public static final int MOST_CHARACTERS = 100_000;

  /// @param attachments missing where an older version stored the message
  /// @param groups missing where an older version stored the message
  /// @param wish missing where an older version stored the message
  /// @param forAskerAlone false where an older version stored the message
  public InboundMessage {
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
    groups = groups == null ? Set.of() : Set.copyOf(groups);
    wish = wish == null ? Wish.ANSWER : wish;
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a message has at most " + MOST_CHARACTERS + " characters, not " + text.length());
    }
  }

  /// A message whose answer is seen by all who can read where it was said.
  public InboundMessage(
      MessageId id,
      Place place,
      Author author,
      Addressing addressing,
      String text,
      Instant sentAt,
      String replyAddress,
      List<AttachmentRef> attachments,
      Set<String> groups,
      Wish wish) {
    this(
        id,
        place,
        author,
        addressing,
        text,
        sentAt,
        replyAddress,
        attachments,
        groups,
        wish,
        false);
  }

  /// A message that wants an answer.
  public InboundMessage(
      MessageId id,
      Place place,
      Author author,
      Addressing addressing,
      String text,
      Instant sentAt,
      String replyAddress,
      List<AttachmentRef> attachments,
      Set<String> groups) {
    this(
        id,
        place,
        author,
        addressing,
        text,
        sentAt,
        replyAddress,
        attachments,
        groups,
        Wish.ANSWER);
  }

  /// A message without files, of somebody who is in no group.
  public InboundMessage(
      MessageId id,
      Place place,
      Author author,
      Addressing addressing,
      String text,
      Instant sentAt,
      String replyAddress) {
    this(id, place, author, addressing, text, sentAt, replyAddress, List.of(), Set.of());
  }

  /// A message of somebody who is in no group.
  public InboundMessage(
      MessageId id,
      Place place,
      Author author,
      Addressing addressing,
      String text,
      Instant sentAt,
      String replyAddress,
      List<AttachmentRef> attachments) {
    this(id, place, author, addressing, text, sentAt, replyAddress, attachments, Set.of());
  }

  /// The same message of somebody who is in these groups.
  public InboundMessage withGroups(Set<String> others) {
    return with(text, others, wish, forAskerAlone);
  }

  /// The same message with another wish, of which it says this.
  public InboundMessage wishing(Wish other, String of) {
    return with(of, groups, other, forAskerAlone);
  }

  /// The same message, whose answer nobody but its author sees.
  public InboundMessage answeredInPrivate() {
    return with(text, groups, wish, true);
  }

  private InboundMessage with(
      String otherText, Set<String> otherGroups, Wish otherWish, boolean alone) {
    return new InboundMessage(
        id,
        place,
        author,
        addressing,
        otherText,
        sentAt,
        replyAddress,
        attachments,
        otherGroups,
        otherWish,
        alone);
  }
}
