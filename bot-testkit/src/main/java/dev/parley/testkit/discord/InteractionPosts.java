package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The messages that answer interactions.
final class InteractionPosts {
  private static final int SETTABLE = MessageFlag.SETTABLE | MessageFlag.EPHEMERAL;

  private final World world;
  private final BotPosts posts;

  InteractionPosts(World world) {
    this.world = world;
    this.posts = new BotPosts(world);
  }

  /// An answer at once, or something more.
  Post reply(InteractionState state, ObjectNode content, RestCall call) {
    MessageRules.check(content, call.files(), world.rules().largestFile(), 0);
    MessageRules.requireContent(content, !call.files().isEmpty());
    Post post = begin(state, content.path("flags").asInt() & SETTABLE);
    return posts.publish(post, content, call.files(), Optional.empty());
  }

  /// An answer that says only that the bot thinks.
  Post promise(InteractionState state, ObjectNode content) {
    int flags = content.path("flags").asInt() & MessageFlag.EPHEMERAL;
    Post post = begin(state, flags | MessageFlag.LOADING);
    posts.show(post);
    return post;
  }

  private Post begin(InteractionState state, int flags) {
    ObjectNode wire = MessageWire.begin(world, state.channel(), world.bot().user(), type(state));
    wire.put("webhook_id", world.bot().id()).put("application_id", world.bot().id());
    ObjectNode from = wire.putObject("interaction_metadata").put("id", state.id());
    from.put("type", state.kind().number()).set("user", state.person().user().wire());
    from.putObject("authorizing_integration_owners");
    wire.put("flags", flags);
    Post post = new Post(state.channel(), world.bot().user(), wire, world.files());
    if (post.has(MessageFlag.EPHEMERAL)) {
      post.showOnlyTo(state.person().id());
    }
    return post;
  }

  private static int type(InteractionState state) {
    boolean first = state.kind() == InteractionState.Kind.COMMAND && !state.isAnswered();
    if (!first) {
      return MessageWire.ORDINARY;
    }
    return state.data().has("target_id") ? MessageWire.MENU_COMMAND : MessageWire.COMMAND;
  }

  /// Changes the message whose button was pressed.
  Post update(InteractionState state, ObjectNode content, RestCall call) {
    Post post = state.message().orElseThrow();
    posts.edit(post, content, call.files());
    return post;
  }

  void edit(Post post, RestCall call) {
    posts.edit(post, call.body(), call.files());
  }
}
