package dev.parley.slack.event;

import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Makes the core's messages of Slack's.
public final class InboundMessages {
  /// Slack, as the core calls it.
  public static final PlatformName PLATFORM = new PlatformName("slack");

  private static final String WORDLESS = "(no words)";

  private final boolean answersInThreads;

  /// @param answersInThreads whether an answer to a channel's message begins a thread
  public InboundMessages(boolean answersInThreads) {
    this.answersInThreads = answersInThreads;
  }

  /// The message as the core takes it.
  ///
  /// @param author the name of who said it
  /// @param text what was said, decoded
  /// @param groups the ids of the user groups that the author is in
  public InboundMessage inbound(
      SlackMessage message, String author, String text, Set<String> groups) {
    Optional<String> thread =
        message.thread().or(() -> Optional.of(message.ts()).filter(_ -> answersInThreads));
    return new InboundMessage(
        id(message.channel(), message.ts()),
        new Place(
            new TenantId(PLATFORM, message.tenant()),
            message.channel(),
            thread.map(root -> id(message.channel(), root)),
            message.addressing() == Addressing.DIRECT),
        new Author(new UserId(message.user()), author),
        message.addressing(),
        words(text),
        instant(message.ts()),
        new ReplyAddress(message.channel(), thread, message.ts(), message.user(), message.team())
            .text(),
        message.files(),
        groups);
  }

  /// The same for `message` and `app_mention`: one gesture is one message.
  public static MessageId id(String channel, String ts) {
    return new MessageId(channel + ":" + ts);
  }

  /// The `ts` of a message that has such an id.
  public static String ts(MessageId id) {
    return id.value().substring(id.value().indexOf(':') + 1);
  }

  private static String words(String text) {
    String words = text.isBlank() ? WORDLESS : text.strip();
    return words.substring(0, Math.min(words.length(), InboundMessage.MOST_CHARACTERS));
  }

  /// When a message was said that has this `ts`, to the second.
  static Instant instant(String ts) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(ts.replaceFirst("\\..*", "")));
    } catch (NumberFormatException | DateTimeException strange) {
      return Instant.EPOCH;
    }
  }
}
