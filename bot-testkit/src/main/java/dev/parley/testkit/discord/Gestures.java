package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person does that the bot hears of as an interaction; only what they can see and do.
final class Gestures {
  private static final List<Integer> MENUS = List.of(3, 5, 6, 7, 8);

  private final World world;
  private final DiscordPerson person;

  Gestures(World world, DiscordPerson person) {
    this.world = world;
    this.person = person;
  }

  /// @param words the command, and its group and sub-command if it has them
  Interaction slash(DiscordChannel channel, String words, Map<String, Object> values) {
    CommandLine line = line(channel, words);
    ObjectNode data = line.begin();
    line.fill(data, new OptionValues(world, channel, data).all(line.options(), values));
    return tell(InteractionState.Kind.COMMAND, channel, line.command(), data);
  }

  private CommandLine line(DiscordChannel channel, String words) {
    List<String> parts = Arrays.asList(words.strip().split(" ", -1));
    ObjectNode command = seen(CommandKind.SLASH, parts.getFirst(), channel);
    return CommandLine.of(command, parts.subList(1, parts.size()));
  }

  private ObjectNode seen(CommandKind kind, String name, DiscordChannel channel) {
    return world
        .commands()
        .seen(kind, name, person, channel)
        .orElseThrow(() -> new IllegalStateException(person.name() + " sees no command " + name));
  }

  /// Types in an option that completes itself.
  ///
  /// @param before options that are filled in already
  Interaction complete(
      DiscordChannel channel,
      String words,
      String option,
      String typed,
      Map<String, Object> before) {
    CommandLine line = line(channel, words);
    JsonNode definition = CommandLine.find(line.options(), option);
    if (!definition.path("autocomplete").asBoolean()) {
      throw new IllegalStateException("nothing completes " + option);
    }
    ObjectNode value = Json.object().put("name", option).put("value", typed);
    value.put("type", definition.path("type").asInt()).put("focused", true);
    ObjectNode data = line.begin();
    line.fill(data, new OptionValues(world, channel, data).some(line.options(), before).add(value));
    return tell(InteractionState.Kind.AUTOCOMPLETE, channel, line.command(), data);
  }

  /// Chooses a command from a message's menu.
  Interaction pick(String menu, DiscordMessage message) {
    DiscordChannel channel = message.channel();
    ObjectNode command = seen(CommandKind.MESSAGE_MENU, menu, channel);
    Post target = visible(message);
    ObjectNode data = Json.object().put("type", CommandKind.MESSAGE_MENU.number());
    data.set("id", command.path("id"));
    data.put("name", menu).put("target_id", target.id());
    data.putObject("resolved").putObject("messages").set(target.id(), target.wire());
    return tell(InteractionState.Kind.COMMAND, channel, command, data);
  }

  private Post visible(DiscordMessage message) {
    return message
        .channel()
        .find(message.id())
        .or(() -> ownEphemeral(message))
        .orElseThrow(
            () -> new IllegalStateException(person.name() + " sees no message " + message.id()));
  }

  private Optional<Post> ownEphemeral(DiscordMessage message) {
    return message
        .channel()
        .findEphemeral(message.id())
        .filter(it -> it.audience().equals(person.id()));
  }

  /// Presses a button by its label or its custom id.
  Interaction press(DiscordMessage message, String button) {
    Post post = visible(message);
    ShownButton found =
        ShownButton.in(post.kept().path("components")).stream()
            .filter(it -> it.label().equals(button) || it.customId().equals(button))
            .filter(it -> !it.disabled() && !it.customId().isEmpty())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(person.name() + " can press no " + button));
    ObjectNode data = Json.object().put("component_type", 2).put("id", 1);
    return use(post, data.put("custom_id", found.customId()));
  }

  /// Chooses from a menu in a message.
  Interaction choose(DiscordMessage message, String customId, String... values) {
    Post post = visible(message);
    JsonNode menu =
        post.kept().path("components").findParents("custom_id").stream()
            .filter(it -> it.path("custom_id").asText().equals(customId))
            .filter(it -> MENUS.contains(it.path("type").asInt()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(person.name() + " sees no menu " + customId));
    ObjectNode data = Json.object().put("custom_id", customId).put("id", 1);
    data.set("component_type", menu.path("type"));
    Arrays.asList(values).forEach(data.putArray("values")::add);
    return use(post, data);
  }

  private Interaction use(Post post, ObjectNode data) {
    InteractionState state =
        world.interactions().begin(InteractionState.Kind.COMPONENT, person, post.channel(), data);
    state.uses(post);
    return world.interactions().tell(state, owners(post.channel()));
  }

  private ObjectNode owners(DiscordChannel channel) {
    return CommandScope.of(channel).owners(Json.object(), person);
  }

  /// Fills in a modal and sends it off.
  Interaction submit(ShownModal modal, Map<String, String> values) {
    ObjectNode data = Json.object().put("custom_id", modal.customId());
    data.set("components", new ModalValues(modal, values).wire());
    InteractionState before = modal.from().state();
    InteractionState state =
        world
            .interactions()
            .begin(InteractionState.Kind.SUBMISSION, person, before.channel(), data);
    before.message().ifPresent(state::uses);
    return world.interactions().tell(state, owners(before.channel()));
  }

  private Interaction tell(
      InteractionState.Kind kind, DiscordChannel channel, ObjectNode command, ObjectNode data) {
    if (command.has("guild_id")) {
      data.set("guild_id", command.path("guild_id"));
    }
    InteractionState state = world.interactions().begin(kind, person, channel, data);
    return world.interactions().tell(state, CommandScope.of(channel).owners(command, person));
  }
}
