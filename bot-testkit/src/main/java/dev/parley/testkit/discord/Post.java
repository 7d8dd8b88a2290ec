package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message that exists in a channel.
final class Post {
  private final DiscordChannel channel;
  private final DiscordUser author;
  private final ObjectNode wire;
  private final FileStore store;
  private final Set<String> pings = new LinkedHashSet<>();
  private final List<String> reactions = new ArrayList<>();
  private List<String> unfurls = List.of();
  private String audience = "";
  private @Nullable DiscordChannel thread;
  private int edits;
  private boolean deleted;

  Post(DiscordChannel channel, DiscordUser author, ObjectNode wire, FileStore store) {
    this.channel = channel;
    this.author = author;
    this.wire = wire;
    this.store = store;
  }

  String id() {
    return wire.path("id").asText();
  }

  DiscordChannel channel() {
    return channel;
  }

  DiscordUser author() {
    return author;
  }

  /// The message as it is kept; [#wire()] is how it is told.
  ObjectNode kept() {
    return wire;
  }

  String text() {
    return wire.path("content").asText();
  }

  int flags() {
    return wire.path("flags").asInt();
  }

  boolean has(int flag) {
    return (flags() & flag) != 0;
  }

  void flag(int flags) {
    wire.put("flags", flags);
  }

  /// Who alone sees it, empty if everybody.
  String audience() {
    return audience;
  }

  void showOnlyTo(String person) {
    audience = person;
  }

  boolean isDeleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
  }

  void pinged(Set<String> called) {
    pings.addAll(called);
  }

  void unfurl(List<String> links) {
    unfurls = List.copyOf(links);
  }

  void edited(String at) {
    edits++;
    wire.put("edited_timestamp", at);
  }

  void react(String emoji) {
    if (!reactions.contains(emoji)) {
      reactions.add(emoji);
    }
  }

  void unreact(String emoji) {
    reactions.remove(emoji);
  }

  Optional<DiscordChannel> thread() {
    return Optional.ofNullable(thread).filter(it -> !it.isGone());
  }

  void startThread(DiscordChannel started) {
    thread = started;
    flag(flags() | MessageFlag.HAS_THREAD);
  }

  boolean mentions(String user) {
    return wire.path("mentions").findValuesAsText("id").contains(user);
  }

  /// Whether it answers an interaction, so that no reply to it calls the bot.
  boolean isInteractionAnswer() {
    return wire.has("interaction_metadata");
  }

  /// The message as it is told now: with fresh addresses, its thread, and what it replies to.
  ObjectNode wire() {
    ObjectNode told = plain();
    JsonNode reference = wire.path("message_reference");
    if (reference.path("type").asInt() == 0 && reference.has("message_id")) {
      told.set("referenced_message", referenced().map(Post::plain).orElse(null));
    }
    thread().ifPresent(it -> told.set("thread", it.wire()));
    return told;
  }

  private Optional<Post> referenced() {
    String message = wire.path("message_reference").path("message_id").asText();
    return channel.find(message).or(() -> channel.parent().flatMap(parent -> parent.find(message)));
  }

  private ObjectNode plain() {
    ObjectNode told = wire.deepCopy();
    told.set("attachments", store.signed(Json.list(wire, "attachments")));
    for (JsonNode snapshot : told.path("message_snapshots")) {
      ObjectNode message = (ObjectNode) snapshot.path("message");
      message.set("attachments", store.signed(Json.list(message, "attachments")));
    }
    return told;
  }

  ShownMessage shown() {
    List<SharedFile> files = new ArrayList<>();
    ArrayNode attachments = store.signed(Json.list(wire, "attachments"));
    attachments.forEach(it -> store.file(it.path("id").asText()).ifPresent(files::add));
    return new ShownMessage(
        channel,
        id(),
        author.id(),
        wire.path("type").asInt(),
        Words.shown(wire),
        ShownButton.in(wire.path("components")),
        files,
        wire.path("message_reference").path("message_id").asText(""),
        flags(),
        edits,
        List.copyOf(pings),
        unfurls,
        List.copyOf(reactions),
        wire());
  }
}
