package dev.parley.testkit.discord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Further answers to interactions, by their tokens (discord.com/developers, "Followup Messages").
final class WebhookRoutes {
  private static final String MESSAGE = " /webhooks/{}/{}/messages/{}";
  private static final String ORIGINAL = "@original";
  private static final int MOST_WITHOUT_GUILD = 5;

  private final World world;
  private final InteractionPosts posts;

  WebhookRoutes(World world) {
    this.world = world;
    this.posts = new InteractionPosts(world);
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST /webhooks/{}/{}", this::followUp).in("webhooks").opened(),
        Route.of("GET" + MESSAGE, this::get).in("webhooks").opened(),
        Route.of("PATCH" + MESSAGE, this::edit).in("webhooks").opened(),
        Route.of("DELETE" + MESSAGE, this::delete).in("webhooks").opened());
  }

  private InteractionState interaction(RestCall call) {
    InteractionState state =
        world.interactions().withToken(call.id(1)).orElseThrow(WebhookRoutes::unknown);
    Instant oldest = world.ids().now().minus(world.rules().tokenLifetime());
    if (state.created().isBefore(oldest)) {
      throw new DiscordRefusedException(401, 50027, "Invalid Webhook Token");
    }
    if (!state.isAnswered()) {
      throw unknown();
    }
    return state;
  }

  private static DiscordRefusedException unknown() {
    return new DiscordRefusedException(404, 10015, "Unknown Webhook");
  }

  /// The first one keeps the promise of an answer, if there was one.
  private Route.Answer followUp(RestCall call) {
    InteractionState state = interaction(call);
    Optional<Post> promised = state.original().filter(it -> it.has(MessageFlag.LOADING));
    if (promised.isPresent()) {
      posts.edit(promised.get(), call);
      return Route.Answer.of(promised.get().wire());
    }
    boolean few = CommandScope.of(state.channel()).isOnlyPersonal();
    if (few && state.followUps().size() >= MOST_WITHOUT_GUILD) {
      throw new DiscordRefusedException(
          400, 40094, "This interaction has reached the maximum of follow-up messages");
    }
    Post post = posts.reply(state, call.body(), call);
    state.followUps().add(post);
    return Route.Answer.of(post.wire());
  }

  private Post message(RestCall call) {
    InteractionState state = interaction(call);
    Optional<Post> found =
        call.id(2).equals(ORIGINAL)
            ? state.original()
            : state.followUps().stream()
                .filter(it -> it.id().equals(call.id(2)) && !it.isDeleted())
                .findFirst()
                .or(() -> state.original().filter(it -> it.id().equals(call.id(2))));
    return found.orElseThrow(DiscordRefusedException::unknownMessage);
  }

  private Route.Answer get(RestCall call) {
    return Route.Answer.of(message(call).wire());
  }

  private Route.Answer edit(RestCall call) {
    Post post = message(call);
    posts.edit(post, call);
    return Route.Answer.of(post.wire());
  }

  private Route.Answer delete(RestCall call) {
    Post post = message(call);
    post.delete();
    if (post.audience().isEmpty()) {
      world.announcer().deleted(post);
    }
    return Route.Answer.nothing();
  }
}
