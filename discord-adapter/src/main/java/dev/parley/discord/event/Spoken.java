package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.discord.file.FileRefs;
import dev.parley.discord.text.DiscordMarkup;
import dev.parley.discord.text.Names;
import dev.parley.identity.Author;
import dev.parley.identity.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// What people say in a message: its words, what it forwards or replies to, and the files of all of
/// that.
final class Spoken {
  private static final int LONGEST_QUOTE = 2_000;

  private final Supplier<BotIdentity> bot;
  private final BotIdentity.Roles roles;
  private final Names names;

  /// @param names of roles and channels; people are named by the message itself
  Spoken(Supplier<BotIdentity> bot, BotIdentity.Roles roles, Names names) {
    this.bot = bot;
    this.roles = roles;
    this.names = names;
  }

  static Author author(JsonNode message) {
    JsonNode user = message.path("author");
    String nick = message.path("member").path("nick").asText("");
    return new Author(new UserId(user.path("id").asText()), name(user, nick));
  }

  private static String name(JsonNode user, String nick) {
    for (String candidate :
        List.of(nick, user.path("global_name").asText(""), user.path("username").asText(""))) {
      if (!Author.shown(candidate).isBlank()) {
        return candidate;
      }
    }
    return user.path("id").asText();
  }

  /// The words of a message, with what it forwards and replies to.
  String words(JsonNode message, String guild) {
    List<String> said = new ArrayList<>();
    replied(message).ifPresent(reply -> said.add(quoted(reply, guild)));
    said.add(told(message, guild));
    message
        .path("sticker_items")
        .forEach(one -> said.add("[sticker: " + one.path("name").asText() + "]"));
    return joined(said);
  }

  /// What its author wrote, and what it forwards.
  String told(JsonNode message, String guild) {
    List<String> said = new ArrayList<>();
    said.add(own(message, guild));
    message
        .path("message_snapshots")
        .forEach(snapshot -> said.add(forwarded(snapshot.path("message"), guild)));
    return joined(said);
  }

  private static String joined(List<String> said) {
    return String.join("\n\n", said.stream().filter(text -> !text.isBlank()).toList());
  }

  /// What its author wrote, without anything around it.
  String own(JsonNode message, String guild) {
    Map<String, String> people = new HashMap<>();
    message
        .path("mentions")
        .forEach(
            user ->
                people.put(
                    user.path("id").asText(),
                    name(user, user.path("member").path("nick").asText(""))));
    Set<String> own = guild.isEmpty() ? Set.of() : roles.of(guild);
    return new DiscordMarkup(bot.get().user(), own, new Known(people, names))
        .plain(message.path("content").asText(""))
        .strip();
  }

  private record Known(Map<String, String> people, Names others) implements Names {
    @Override
    public Optional<String> person(String id) {
      return Optional.ofNullable(people.get(id)).or(() -> others.person(id));
    }

    @Override
    public Optional<String> role(String id) {
      return others.role(id);
    }

    @Override
    public Optional<String> channel(String id) {
      return others.channel(id);
    }
  }

  private static Optional<JsonNode> replied(JsonNode message) {
    JsonNode reply = message.path("referenced_message");
    return message.path("type").asInt() == MessageMapper.REPLY && reply.isObject()
        ? Optional.of(reply)
        : Optional.empty();
  }

  /// The bot's own words it knows already, so that their beginning is enough.
  private String quoted(JsonNode reply, String guild) {
    boolean own = isOwn(reply);
    String text = told(reply, guild);
    String shown = own ? shortened(text, LONGEST_QUOTE / 10) : shortened(text, LONGEST_QUOTE);
    String who = own ? "you" : author(reply).name();
    return shown.isBlank() ? "" : "[in reply to " + who + ": " + shown + "]";
  }

  private boolean isOwn(JsonNode message) {
    return message.path("author").path("id").asText().equals(bot.get().user());
  }

  private String forwarded(JsonNode snapshot, String guild) {
    String text = shortened(own(snapshot, guild), LONGEST_QUOTE);
    return "[forwarded: " + (text.isBlank() ? "without words" : text) + "]";
  }

  private static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
            + "…";
  }

  /// The files of a message, of what it forwards and of what it replies to; not the bot's own.
  List<AttachmentRef> files(JsonNode message) {
    List<AttachmentRef> files = new ArrayList<>(shown(message));
    replied(message).filter(reply -> !isOwn(reply)).ifPresent(reply -> files.addAll(shown(reply)));
    return files;
  }

  private static List<AttachmentRef> shown(JsonNode message) {
    List<AttachmentRef> files = new ArrayList<>(FileRefs.of(message, message));
    message
        .path("message_snapshots")
        .forEach(snapshot -> files.addAll(FileRefs.of(snapshot.path("message"), message)));
    return files;
  }

  /// Whether it is the bot that a message is meant for.
  boolean namesBot(JsonNode message, String guild) {
    String self = bot.get().user();
    String content = message.path("content").asText("");
    boolean mentioned =
        StreamSupport.stream(message.path("mentions").spliterator(), false)
            .anyMatch(user -> user.path("id").asText().equals(self));
    Set<String> own = guild.isEmpty() ? Set.of() : roles.of(guild);
    boolean byRole =
        StreamSupport.stream(message.path("mention_roles").spliterator(), false)
            .anyMatch(role -> own.contains(role.asText()));
    boolean written = content.contains("<@" + self + ">") || content.contains("<@!" + self + ">");
    return mentioned || written || byRole || replied(message).filter(this::isOwn).isPresent();
  }
}
