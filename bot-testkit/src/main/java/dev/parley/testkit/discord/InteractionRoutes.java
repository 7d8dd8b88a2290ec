package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// First answers to interactions (discord.com/developers, "Create Interaction Response").
final class InteractionRoutes {
  private final World world;
  private final InteractionPosts posts;

  InteractionRoutes(World world) {
    this.world = world;
    this.posts = new InteractionPosts(world);
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST /interactions/{}/{}/callback", this::answer).in("interactions").opened());
  }

  private Route.Answer answer(RestCall call) {
    InteractionState state = waiting(call);
    int type = call.body().path("type").asInt();
    if (!allowed(state).contains(type)) {
      throw CommandRules.choices("type", allowed(state).toString());
    }
    ObjectNode data = call.body().path("data") instanceof ObjectNode given ? given : Json.object();
    show(state, type, data, call);
    state.answered(type);
    boolean told = call.asked("with_response").filter("true"::equals).isPresent();
    return told ? Route.Answer.of(response(state, type)) : Route.Answer.nothing();
  }

  private void show(InteractionState state, int type, ObjectNode data, RestCall call) {
    switch (type) {
      case 4 -> state.shows(posts.reply(state, data, call));
      case 5 -> state.shows(posts.promise(state, data));
      case 6 -> state.message().ifPresent(state::shows);
      case 7 -> state.shows(posts.update(state, data, call));
      case 8 -> {
        OptionRules.checkChoices(data.path("choices"), "data.choices", typed(state));
        state.offers(data.path("choices"));
      }
      case 9 -> {
        ModalRules.check(data);
        state.opens(data);
      }
      default -> throw new IllegalStateException("no answer of type " + type);
    }
  }

  private InteractionState waiting(RestCall call) {
    Instant latest = world.ids().now().minus(world.rules().ackWithin());
    InteractionState state =
        world
            .interactions()
            .withId(call.id(0))
            .filter(it -> it.token().equals(call.id(1)))
            .filter(it -> it.isAnswered() || it.created().isAfter(latest))
            .orElseThrow(() -> new DiscordRefusedException(404, 10062, "Unknown interaction"));
    if (state.isAnswered()) {
      throw new DiscordRefusedException(400, 40060, "Interaction has already been acknowledged.");
    }
    return state;
  }

  private static Set<Integer> allowed(InteractionState state) {
    boolean onMessage = state.message().isPresent();
    return switch (state.kind()) {
      case COMMAND -> Set.of(4, 5, 9);
      case COMPONENT -> Set.of(4, 5, 6, 7, 9);
      case AUTOCOMPLETE -> Set.of(8);
      case SUBMISSION -> onMessage ? Set.of(4, 5, 6, 7) : Set.of(4, 5);
    };
  }

  private static int typed(InteractionState state) {
    for (JsonNode value : state.data().findParents("focused")) {
      return value.path("type").asInt();
    }
    return OptionRules.TEXT;
  }

  private static ObjectNode response(InteractionState state, int type) {
    ObjectNode response = Json.object();
    ObjectNode told = response.putObject("interaction").put("id", state.id());
    told.put("type", state.kind().number()).put("channel_id", state.channel().id());
    ObjectNode resource = response.putObject("resource").put("type", type);
    Optional<Post> message = state.original().filter(_ -> type == 4 || type == 5 || type == 7);
    message.ifPresent(
        it -> {
          told.put("response_message_id", it.id());
          told.put("response_message_loading", it.has(MessageFlag.LOADING));
          told.put("response_message_ephemeral", it.has(MessageFlag.EPHEMERAL));
          resource.set("message", it.wire());
        });
    return response;
  }
}
