package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Messages as bots write, change, remove and read them.
final class MessageRoutes {
  private static final Duration OLD = Duration.ofHours(1);
  private static final int MOST = 100;

  private final World world;
  private final Buckets buckets;
  private final BotPosts posts;
  private final Nonces nonces;

  MessageRoutes(World world, Buckets buckets) {
    this.world = world;
    this.buckets = buckets;
    this.posts = new BotPosts(world);
    this.nonces = new Nonces(world.rules().nonceLifetime());
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST /channels/{}/messages", this::create),
        Route.of("GET /channels/{}/messages", this::list),
        Route.of("POST /channels/{}/messages/bulk-delete", this::deleteAtOnce),
        Route.of("GET /channels/{}/messages/{}", this::get).in("GET /channels/{}/messages"),
        Route.of("PATCH /channels/{}/messages/{}", this::edit),
        Route.of("DELETE /channels/{}/messages/{}", this::delete),
        Route.of("PUT /channels/{}/messages/{}/reactions/{}/@me", MessageRoutes::react)
            .in("reactions"),
        Route.of("DELETE /channels/{}/messages/{}/reactions/{}/@me", MessageRoutes::unreact)
            .in("reactions"));
  }

  /// A message as the API tells it: without its content where the bot may not read that.
  static ObjectNode told(Post post, World world) {
    ObjectNode wire = post.wire();
    boolean readable = world.isContentGranted() || Content.isReadable(post, world.bot());
    return readable ? wire : Content.strip(wire);
  }

  private Route.Answer create(RestCall call) {
    DiscordChannel channel = call.channel();
    BotPosts.requireSending(channel);
    JsonNode nonce = call.body().path("nonce");
    boolean enforced = call.body().path("enforce_nonce").asBoolean() && !nonce.asText("").isEmpty();
    if (nonce.asText("").length() > Nonces.LONGEST) {
      throw DiscordRefusedException.tooLong("nonce", Nonces.LONGEST);
    }
    Instant now = world.ids().now();
    Optional<Post> same = enforced ? nonces.find(channel, nonce.asText(), now) : Optional.empty();
    if (same.isPresent()) {
      return Route.Answer.of(same.get().wire());
    }
    posts.check(channel, call.body(), call.files());
    Post post = posts.create(channel, call.body(), call.files());
    if (enforced) {
      nonces.keep(channel, nonce.asText(), post, now);
    }
    return Route.Answer.of(post.wire());
  }

  private Route.Answer edit(RestCall call) {
    Post post = call.message();
    if (!post.author().id().equals(world.bot().id())) {
      throw new DiscordRefusedException(
          403, 50005, "Cannot edit a message authored by another user");
    }
    if (post.channel().isArchived()) {
      throw new DiscordRefusedException(400, 50083, "Thread is archived");
    }
    if (!call.files().isEmpty()) {
      RestCall.require(post.channel(), Permission.ATTACH_FILES);
    }
    requireFewOldEdits(post);
    posts.edit(post, call.body(), call.files());
    return Route.Answer.of(post.wire());
  }

  private void requireFewOldEdits(Post post) {
    Instant now = world.ids().now();
    if (!Snowflakes.instant(post.id()).plus(OLD).isBefore(now)) {
      return;
    }
    Duration pause = buckets.countOldEdit(post.channel().id(), now);
    if (pause.isPositive()) {
      throw new DiscordRefusedException(
              429,
              30046,
              "Maximum number of edits to messages older than 1 hour reached. Try again later.")
          .after(pause);
    }
  }

  private Route.Answer delete(RestCall call) {
    Post post = call.message();
    boolean own = post.author().id().equals(world.bot().id());
    if (!own) {
      RestCall.require(post.channel(), Permission.MANAGE_MESSAGES);
      if (post.channel().guild().isEmpty()) {
        throw new DiscordRefusedException(403, 50003, "Cannot execute action on a DM channel");
      }
    }
    post.delete();
    world.announcer().deleted(post);
    return Route.Answer.nothing();
  }

  private Route.Answer deleteAtOnce(RestCall call) {
    DiscordChannel channel = call.channel();
    RestCall.require(channel, Permission.MANAGE_MESSAGES);
    List<Post> removed = new ArrayList<>();
    call.body().path("messages").forEach(id -> channel.find(id.asText()).ifPresent(removed::add));
    removed.forEach(Post::delete);
    world.announcer().deletedAtOnce(channel, removed);
    return Route.Answer.nothing();
  }

  private Route.Answer get(RestCall call) {
    Post post = call.message();
    RestCall.require(post.channel(), Permission.READ_MESSAGE_HISTORY);
    return Route.Answer.of(told(post, world));
  }

  private Route.Answer list(RestCall call) {
    DiscordChannel channel = call.channel();
    int limit = number(call, "limit", 50);
    if (limit < 1 || limit > MOST) {
      throw DiscordRefusedException.invalid(
          "limit",
          limit < 1 ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX",
          "int value should be between 1 and 100.");
    }
    boolean readable = channel.guild().isEmpty() || channel.botMay(Permission.READ_MESSAGE_HISTORY);
    List<Post> page = page(call, readable ? channel.posts() : List.of(), limit);
    return Route.Answer.of(Json.array(page.stream().map(post -> told(post, world)).toList()));
  }

  private static int number(RestCall call, String name, int otherwise) {
    try {
      return call.asked(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw DiscordRefusedException.invalid(
          name, "NUMBER_TYPE_COERCE", "Value \"" + call.asked(name) + "\" is not int.");
    }
  }

  /// Some of the messages, newest first.
  private static List<Post> page(RestCall call, List<Post> posts, int limit) {
    Optional<Long> before = snowflake(call, "before");
    Optional<Long> after = snowflake(call, "after");
    Optional<Long> around = snowflake(call, "around");
    List<Post> chosen =
        posts.stream()
            .filter(it -> before.isEmpty() || number(it) < before.get())
            .filter(it -> after.isEmpty() || number(it) > after.get())
            .toList();
    int size = chosen.size();
    if (around.isPresent()) {
      long older = chosen.stream().filter(it -> number(it) < around.get()).count();
      int from = Math.clamp(older - limit / 2, 0, Math.max(0, size - 1));
      return chosen.subList(size == 0 ? 0 : from, Math.min(size, from + limit)).reversed();
    }
    return after.isPresent()
        ? chosen.subList(0, Math.min(limit, size)).reversed()
        : chosen.subList(Math.max(0, size - limit), size).reversed();
  }

  private static Optional<Long> snowflake(RestCall call, String name) {
    try {
      return call.asked(name).map(Long::parseLong);
    } catch (NumberFormatException e) {
      throw DiscordRefusedException.invalid(name, "NUMBER_TYPE_COERCE", "Value is not snowflake.");
    }
  }

  private static long number(Post post) {
    return Long.parseLong(post.id());
  }

  private static Route.Answer react(RestCall call) {
    Post post = call.message();
    RestCall.require(post.channel(), Permission.READ_MESSAGE_HISTORY);
    RestCall.require(post.channel(), Permission.ADD_REACTIONS);
    post.react(call.id(2));
    return Route.Answer.nothing();
  }

  private static Route.Answer unreact(RestCall call) {
    call.message().unreact(call.id(2));
    return Route.Answer.nothing();
  }
}
