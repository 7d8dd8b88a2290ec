package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the bot writes: checked, shown to people, and told to all instances of the bot.
final class BotPosts {
  private final World world;

  BotPosts(World world) {
    this.world = world;
  }

  /// Throws [DiscordRefusedException] where the bot may not write.
  static void requireSending(DiscordChannel channel) {
    if (channel.kind() == ChannelKind.FORUM) {
      throw new DiscordRefusedException(400, 50008, "Cannot send messages in a non-text channel");
    }
    RestCall.require(
        channel,
        channel.kind().isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
    if (channel.thread().filter(ThreadState::isLocked).isPresent()
        && !channel.botMay(Permission.MANAGE_THREADS)) {
      throw new DiscordRefusedException(403, 160005, "This thread is locked");
    }
  }

  /// Throws [DiscordRefusedException] where Discord would not take the message.
  void check(DiscordChannel channel, ObjectNode content, Map<String, SharedFile> files) {
    if (!files.isEmpty()) {
      RestCall.require(channel, Permission.ATTACH_FILES);
    }
    MessageRules.check(content, files, world.rules().largestFile(), 0);
    MessageRules.requireContent(content, !files.isEmpty());
  }

  Post create(DiscordChannel channel, ObjectNode content, Map<String, SharedFile> files) {
    requireReachable(channel);
    Optional<Post> target = target(channel, content.path("message_reference"));
    int type = target.isPresent() ? MessageWire.REPLY : MessageWire.ORDINARY;
    ObjectNode wire = MessageWire.begin(world, channel, world.bot().user(), type);
    target.ifPresent(it -> MessageWire.reply(wire, it));
    if (content.hasNonNull("nonce")) {
      wire.set("nonce", content.path("nonce"));
    }
    wire.put("flags", content.path("flags").asInt() & MessageFlag.SETTABLE);
    Post post = new Post(channel, world.bot().user(), wire, world.files());
    return publish(post, content, files, target);
  }

  private void requireReachable(DiscordChannel channel) {
    boolean refused =
        channel.kind() == ChannelKind.DM
            && channel.recipients().stream()
                .flatMap(it -> world.personWithId(it.id()).stream())
                .anyMatch(it -> !it.isReachable());
    if (refused) {
      throw new DiscordRefusedException(403, 50007, "Cannot send messages to this user");
    }
  }

  private static Optional<Post> target(DiscordChannel channel, JsonNode reference) {
    if (!reference.has("message_id")) {
      return Optional.empty();
    }
    if (channel.guild().isPresent() && !channel.botMay(Permission.READ_MESSAGE_HISTORY)) {
      throw new DiscordRefusedException(
          400, 160002, "Cannot reply without permission to read message history");
    }
    Optional<Post> found = channel.find(reference.path("message_id").asText());
    if (found.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
      throw DiscordRefusedException.invalid(
          "message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }
    return found;
  }

  /// The first message of a forum's post, which has the thread's id.
  Post createFirst(DiscordChannel thread, ObjectNode content, Map<String, SharedFile> files) {
    ObjectNode wire = MessageWire.begin(world, thread, world.bot().user(), MessageWire.ORDINARY);
    wire.put("id", thread.id());
    wire.put("flags", content.path("flags").asInt() & MessageFlag.SETTABLE);
    Post post = new Post(thread, world.bot().user(), wire, world.files());
    return publish(post, content, files, Optional.empty());
  }

  /// Fills a message that was begun, and shows it.
  ///
  /// @param repliedTo what it replies to
  Post publish(
      Post post, ObjectNode content, Map<String, SharedFile> files, Optional<Post> repliedTo) {
    fill(post, content);
    post.kept().set("attachments", attachments(post.channel(), content, files));
    call(post, content.path("allowed_mentions"), repliedTo);
    show(post);
    return post;
  }

  /// Puts a message where people see it, and tells the bot.
  void show(Post post) {
    if (!post.audience().isEmpty()) {
      post.channel().addEphemeral(post);
      return;
    }
    Threads.wake(world, post.channel());
    post.channel().add(post);
    world.announcer().posted(post);
  }

  /// Sets text, embeds and buttons, as far as they are sent.
  void fill(Post post, ObjectNode content) {
    if (content.has("content")) {
      post.kept().put("content", content.path("content").asText(""));
    }
    if (content.has("embeds")) {
      post.kept().set("embeds", Json.list(content, "embeds"));
    }
    if (content.has("components")) {
      ArrayNode components = Json.list(content, "components");
      ComponentRules.number(components);
      post.kept().set("components", components);
    }
    boolean unfurls =
        !post.has(MessageFlag.SUPPRESS_EMBEDS)
            && (post.channel().guild().isEmpty() || post.channel().botMay(Permission.EMBED_LINKS));
    post.unfurl(unfurls ? Words.links(post.text()) : List.of());
  }

  ArrayNode attachments(DiscordChannel channel, ObjectNode content, Map<String, SharedFile> files) {
    ArrayNode kept = Json.array();
    files.forEach((number, file) -> kept.add(keep(channel, number, file, content)));
    return kept;
  }

  private ObjectNode keep(
      DiscordChannel channel, String number, SharedFile file, ObjectNode content) {
    String name = file.name();
    String description = "";
    for (JsonNode told : content.path("attachments")) {
      if (told.path("id").asText().equals(number)) {
        name = told.path("filename").asText(name);
        description = told.path("description").asText("");
      }
    }
    return world
        .files()
        .keep(channel, new SharedFile(name, file.mimeType(), file.content(), description));
  }

  /// Notifies those whom the message calls.
  void call(Post post, JsonNode allowed, Optional<Post> repliedTo) {
    boolean mayCallAll =
        post.channel().guild().isPresent() && post.channel().botMay(Permission.MENTION_EVERYONE);
    JsonNode let = allowed.isNull() ? MissingNode.getInstance() : allowed;
    Pings pings = Pings.of(Words.shown(post.kept()), let, mayCallAll, repliedTo.map(Post::author));
    MessageWire.mention(world, post.kept(), pings);
    Set<String> others = pings.all();
    others.remove(world.bot().id());
    post.pinged(post.audience().isEmpty() ? others : Set.of());
  }

  /// Changes a message; nobody is notified of that, unless it was a promise until now.
  void edit(Post post, ObjectNode content, Map<String, SharedFile> files) {
    MessageRules.check(content, files, world.rules().largestFile(), post.flags());
    ArrayNode left = left(post, content);
    MessageRules.requireContent(merged(post, content), !left.isEmpty() || !files.isEmpty());
    if (content.path("flags").isInt()) {
      int changeable = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2;
      int stays = post.flags() & ~MessageFlag.SUPPRESS_EMBEDS;
      post.flag(stays | (content.path("flags").asInt() & changeable));
    }
    fill(post, content);
    left.addAll(attachments(post.channel(), content, files));
    post.kept().set("attachments", left);
    if (post.has(MessageFlag.LOADING)) {
      post.flag(post.flags() & ~MessageFlag.LOADING);
      call(post, content.path("allowed_mentions"), Optional.empty());
    } else {
      post.edited(world.ids().stamp());
    }
    world.announcer().changed(post);
  }

  /// The attachments that an edit keeps: all, unless it lists some.
  private static ArrayNode left(Post post, ObjectNode content) {
    ArrayNode before = Json.list(post.kept(), "attachments");
    if (!content.has("attachments")) {
      return before;
    }
    List<String> listed = content.path("attachments").findValuesAsText("id");
    ArrayNode left = Json.array();
    before.forEach(
        it -> {
          if (listed.contains(it.path("id").asText())) {
            left.add(it);
          }
        });
    return left;
  }

  private static ObjectNode merged(Post post, ObjectNode content) {
    ObjectNode merged = post.kept().deepCopy().retain("content", "embeds", "components");
    merged.setAll(content);
    return merged;
  }
}
