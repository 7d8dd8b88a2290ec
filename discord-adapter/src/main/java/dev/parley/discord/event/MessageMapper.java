package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.discord.text.Names;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Makes the core's messages of Discord's: those that people wrote, not those of bots, webhooks and
/// Discord itself.
public final class MessageMapper {
  /// Types of messages ("Message Types").
  static final int PLAIN = 0;

  static final int REPLY = 19;

  private static final long EPOCH = 1_420_070_400_000L;
  private static final String WORDLESS = "(no words)";

  private final Channels channels;
  private final Spoken spoken;
  private final boolean answersInThreads;

  /// @param answersInThreads whether an answer to a channel's message opens a thread
  public MessageMapper(
      Supplier<BotIdentity> bot,
      BotIdentity.Roles roles,
      Channels channels,
      Names names,
      boolean answersInThreads) {
    this.channels = channels;
    this.spoken = new Spoken(bot, roles, names);
    this.answersInThreads = answersInThreads;
  }

  /// The message as the core takes it; empty where it is none for the bot.
  ///
  /// @param message as an event or the API tells of it
  public Optional<InboundMessage> message(JsonNode message) {
    if (!isSpoken(message)) {
      return Optional.empty();
    }
    Channels.Channel channel = channel(message);
    Addressing addressing = addressing(message, channel);
    String text = words(message, channel);
    List<AttachmentRef> files = spoken.files(message);
    boolean toTheBot = addressing == Addressing.DIRECT || addressing == Addressing.MENTION;
    if (text.isBlank() && files.isEmpty() && !toTheBot) {
      return Optional.empty();
    }
    return Optional.of(
        inbound(message, channel, addressing, text.isBlank() ? WORDLESS : text, files));
  }

  /// Whether a person wrote it, as far as it tells.
  private static boolean isSpoken(JsonNode message) {
    int type = message.path("type").asInt(PLAIN);
    return (type == PLAIN || type == REPLY)
        && message.path("author").isObject()
        && !message.path("author").path("bot").asBoolean()
        && !message.path("author").path("system").asBoolean()
        && !message.hasNonNull("webhook_id");
  }

  private Channels.Channel channel(JsonNode message) {
    String id = message.path("channel_id").asText();
    Optional<String> guild =
        Optional.of(message.path("guild_id").asText("")).filter(text -> !text.isEmpty());
    return channels
        .channel(id)
        .orElseGet(() -> new Channels.Channel(id, guild, Optional.empty(), "", false));
  }

  private Addressing addressing(JsonNode message, Channels.Channel channel) {
    if (channel.guild().isEmpty()) {
      return Addressing.DIRECT;
    }
    if (spoken.namesBot(message, channel.guild().get())) {
      return Addressing.MENTION;
    }
    return channel.parent().isPresent() ? Addressing.THREAD : Addressing.OVERHEARD;
  }

  private String words(JsonNode message, Channels.Channel channel) {
    String words = spoken.words(message, channel.guild().orElse(""));
    boolean opensPost = channel.inForum() && message.path("id").asText().equals(channel.id());
    String whole = opensPost ? "[" + channel.name() + "]\n" + words : words;
    return whole.substring(0, Math.min(whole.length(), InboundMessage.MOST_CHARACTERS));
  }

  private InboundMessage inbound(
      JsonNode message,
      Channels.Channel channel,
      Addressing addressing,
      String text,
      List<AttachmentRef> files) {
    MessageId id = new MessageId(message.path("id").asText());
    Place place = Places.of(channel);
    boolean opens = answersInThreads && channel.guild().isPresent() && channel.parent().isEmpty();
    return new InboundMessage(
        id,
        opens ? new Place(place.tenant(), place.channel(), Optional.of(id), false) : place,
        Spoken.author(message),
        addressing,
        text,
        sentAt(id.value()),
        new ReplyAddress(
                channel.id(),
                Optional.of(id.value()),
                message.path("author").path("id").asText(),
                opens,
                Optional.empty(),
                opens ? spoken.own(message, channel.guild().orElse("")) : "")
            .text(),
        files,
        rolesOfAuthor(message));
  }

  /// The roles of who wrote it; only events tell of them, not what is read later.
  private static Set<String> rolesOfAuthor(JsonNode message) {
    return roles(message.path("member"));
  }

  /// The roles of a member of a guild.
  static Set<String> roles(JsonNode member) {
    Set<String> roles = new HashSet<>();
    member.path("roles").forEach(role -> roles.add(role.asText()));
    return roles;
  }

  /// Ids tell the time at which they were given ("Snowflakes").
  public static Instant sentAt(String id) {
    long number = number(id);
    return number < 0 ? Instant.EPOCH : Instant.ofEpochMilli((number >>> 22) + EPOCH);
  }

  /// An id as it grows with time; below all others where it is none.
  static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException strange) {
      return -1;
    }
  }

  /// The smallest id that something of this time may have.
  public static String idAt(Instant time) {
    return Long.toUnsignedString(Math.max(0, time.toEpochMilli() - EPOCH) << 22);
  }

  /// A message as somebody else may quote it: who said or forwarded what, with its files; empty
  /// where nobody said anything.
  public Optional<Backlog.Line> line(JsonNode message) {
    int type = message.path("type").asInt(PLAIN);
    boolean told = type == PLAIN || type == REPLY || type == 20 || type == 23;
    String guild = channel(message).guild().orElse("");
    String text = told ? spoken.told(message, guild) : "";
    List<AttachmentRef> files = told ? spoken.files(message) : List.of();
    return text.isBlank() && files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Backlog.Line(
                new MessageId(message.path("id").asText()), Spoken.author(message), text, files));
  }
}
