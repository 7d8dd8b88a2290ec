package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Channels and threads as bots look them up, change and begin them.
final class ChannelRoutes {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_TAGS = 5;

  private final World world;
  private final BotPosts posts;

  ChannelRoutes(World world) {
    this.world = world;
    this.posts = new BotPosts(world);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET /channels/{}", it -> Route.Answer.of(it.channel().wire())),
        Route.of("PATCH /channels/{}", ChannelRoutes::change),
        Route.of("POST /channels/{}/typing", ChannelRoutes::type),
        Route.of("POST /channels/{}/threads", this::begin).in("threads"),
        Route.of("POST /channels/{}/messages/{}/threads", this::beginFrom).in("threads"),
        Route.of("GET /channels/{}/threads/archived/{}", ChannelRoutes::archived),
        Route.of("PUT /channels/{}/thread-members/@me", ChannelRoutes::join),
        Route.of("DELETE /channels/{}/thread-members/@me", ChannelRoutes::join));
  }

  private static Route.Answer archived(RestCall call) {
    boolean hidden = call.id(1).equals("private");
    ObjectNode told = Json.object().put("has_more", false);
    told.putArray("members");
    ArrayNode threads = told.putArray("threads");
    call.channel().threads().stream()
        .filter(it -> it.isArchived() && (it.kind() == ChannelKind.PRIVATE_THREAD) == hidden)
        .forEach(it -> threads.add(it.wire()));
    return Route.Answer.of(told);
  }

  private static Route.Answer join(RestCall call) {
    call.channel();
    return Route.Answer.nothing();
  }

  private static Route.Answer type(RestCall call) {
    DiscordChannel channel = call.channel();
    BotPosts.requireSending(channel);
    channel.typed();
    return Route.Answer.nothing();
  }

  private static Route.Answer change(RestCall call) {
    DiscordChannel channel = call.channel();
    ThreadState thread = channel.thread().orElseThrow(DiscordRefusedException::missingPermissions);
    boolean own = thread.owner().equals(call.world().bot().id());
    if (!own && !channel.botMay(Permission.MANAGE_THREADS)) {
      throw DiscordRefusedException.missingPermissions();
    }
    JsonNode wanted = call.body();
    if (wanted.has("name")) {
      channel.rename(name(wanted));
    }
    change(thread, wanted, call.world().ids().stamp());
    call.world().announcer().channelChanged(channel);
    return Route.Answer.of(channel.wire());
  }

  private static void change(ThreadState thread, JsonNode wanted, String now) {
    if (wanted.has("archived")) {
      thread.archive(wanted.path("archived").asBoolean(), now);
    }
    if (wanted.has("locked")) {
      thread.lock(wanted.path("locked").asBoolean());
    }
    if (wanted.has("auto_archive_duration")) {
      thread.archiveAfter(archiveAfter(wanted));
    }
    if (wanted.has("applied_tags")) {
      thread.tag(tags(thread.parent(), wanted));
    }
  }

  private static String name(JsonNode wanted) {
    String name = wanted.path("name").asText("");
    if (name.isEmpty() || Words.length(name) > LONGEST_NAME) {
      throw DiscordRefusedException.badLength("name", 1, LONGEST_NAME);
    }
    return name;
  }

  private static int archiveAfter(JsonNode wanted) {
    int minutes = wanted.path("auto_archive_duration").asInt(1440);
    if (!List.of(60, 1440, 4320, 10_080).contains(minutes)) {
      throw DiscordRefusedException.invalid(
          "auto_archive_duration",
          "BASE_TYPE_CHOICES",
          "Value must be one of (60, 1440, 4320, 10080).");
    }
    return minutes;
  }

  private static List<String> tags(DiscordChannel forum, JsonNode wanted) {
    List<String> tags = new ArrayList<>();
    wanted.path("applied_tags").forEach(tag -> tags.add(tag.asText()));
    if (tags.size() > MOST_TAGS) {
      throw DiscordRefusedException.tooLong("applied_tags", MOST_TAGS);
    }
    if (!forum.tags().values().containsAll(tags)) {
      throw new DiscordRefusedException(404, 10087, "Unknown tag");
    }
    return tags;
  }

  private Route.Answer begin(RestCall call) {
    DiscordChannel parent = call.channel();
    String name = name(call.body());
    int minutes = archiveAfter(call.body());
    if (parent.kind() == ChannelKind.FORUM) {
      return post(call, parent, name, minutes);
    }
    if (parent.kind() != ChannelKind.TEXT) {
      throw new DiscordRefusedException(400, 50024, "Cannot execute action on this channel type");
    }
    boolean open = call.body().path("type").asInt(ChannelKind.PRIVATE_THREAD.number()) == 11;
    RestCall.require(
        parent, open ? Permission.CREATE_PUBLIC_THREADS : Permission.CREATE_PRIVATE_THREADS);
    DiscordChannel thread =
        new Threads(world, world.bot().user())
            .in(parent, name, open ? ChannelKind.PUBLIC_THREAD : ChannelKind.PRIVATE_THREAD);
    thread.thread().orElseThrow().archiveAfter(minutes);
    return Route.Answer.created(thread.wire());
  }

  private Route.Answer post(RestCall call, DiscordChannel forum, String name, int minutes) {
    RestCall.require(forum, Permission.SEND_MESSAGES);
    JsonNode message = call.body().path("message");
    if (!(message instanceof ObjectNode content)) {
      throw DiscordRefusedException.missing("message");
    }
    List<String> tags = tags(forum, call.body());
    posts.check(forum, content, call.files());
    DiscordChannel thread = new Threads(world, world.bot().user()).post(forum, name, tags);
    thread.thread().orElseThrow().archiveAfter(minutes);
    Post first = posts.createFirst(thread, content, call.files());
    ObjectNode told = thread.wire();
    told.set("message", first.wire());
    return Route.Answer.created(told);
  }

  private Route.Answer beginFrom(RestCall call) {
    Post root = call.message();
    if (root.channel().kind() != ChannelKind.TEXT) {
      throw new DiscordRefusedException(400, 50024, "Cannot execute action on this channel type");
    }
    RestCall.require(root.channel(), Permission.CREATE_PUBLIC_THREADS);
    String name = name(call.body());
    int minutes = archiveAfter(call.body());
    if (world.channel(root.id()).isPresent()) {
      throw new DiscordRefusedException(
          400, 160004, "A thread has already been created for this message");
    }
    DiscordChannel thread = new Threads(world, world.bot().user()).from(root, name);
    thread.thread().orElseThrow().archiveAfter(minutes);
    return Route.Answer.created(thread.wire());
  }
}
