package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands that the bot has registered, for all or for one guild.
final class CommandBook {
  private static final int MOST_A_DAY = 200;
  private static final Duration DAY = Duration.ofDays(1);

  private final Snowflakes ids;
  private final DiscordBot bot;
  private final Map<String, List<ObjectNode>> commands = new LinkedHashMap<>();
  private final Map<String, List<Instant>> creations = new LinkedHashMap<>();

  CommandBook(Snowflakes ids, DiscordBot bot) {
    this.ids = ids;
    this.bot = bot;
  }

  /// The commands of a scope: a guild's id, or nothing for those that are for all.
  List<ObjectNode> of(String scope) {
    return List.copyOf(commands.getOrDefault(scope, List.of()));
  }

  Optional<ObjectNode> find(String scope, String id) {
    return of(scope).stream().filter(it -> it.path("id").asText().equals(id)).findFirst();
  }

  /// How many commands the bot has created anywhere; what is overwritten does not count.
  int creations() {
    return creations.values().stream().mapToInt(List::size).sum();
  }

  /// Replaces all commands of a scope.
  void replace(String scope, JsonNode wanted) {
    List<ObjectNode> before = of(scope);
    List<ObjectNode> after = new ArrayList<>();
    wanted.forEach(it -> after.add(completed(scope, it, same(before, it))));
    require(after);
    countCreations(scope, after.stream().filter(it -> same(before, it).isEmpty()).count());
    commands.put(scope, after);
  }

  /// Adds a command, or overwrites the one of its name; returns whether it is new.
  boolean put(String scope, JsonNode wanted) {
    List<ObjectNode> after = new ArrayList<>(of(scope));
    Optional<ObjectNode> same = same(after, wanted);
    same.ifPresent(after::remove);
    after.add(completed(scope, wanted, same));
    require(after);
    countCreations(scope, same.isEmpty() ? 1 : 0);
    commands.put(scope, after);
    return same.isEmpty();
  }

  void change(ObjectNode command, JsonNode wanted) {
    command.setAll((ObjectNode) wanted.deepCopy());
    command.put("version", ids.next());
  }

  void delete(String scope, ObjectNode command) {
    List<ObjectNode> after = new ArrayList<>(of(scope));
    after.remove(command);
    commands.put(scope, after);
  }

  private static Optional<ObjectNode> same(List<ObjectNode> among, JsonNode wanted) {
    return among.stream()
        .filter(it -> it.path("name").equals(wanted.path("name")))
        .filter(it -> it.path("type").asInt() == wanted.path("type").asInt(1))
        .findFirst();
  }

  private ObjectNode completed(String scope, JsonNode wanted, Optional<ObjectNode> before) {
    ObjectNode command = Json.object();
    command.put("id", before.map(it -> it.path("id").asText()).orElseGet(ids::next));
    command.put("application_id", bot.id()).put("version", ids.next()).put("type", 1);
    command.put("description", "").putNull("default_member_permissions").put("nsfw", false);
    if (scope.isEmpty()) {
      command.put("dm_permission", true).putNull("contexts").putArray("integration_types").add(0);
    } else {
      command.put("guild_id", scope);
    }
    command.setAll((ObjectNode) wanted.deepCopy());
    return command;
  }

  private void countCreations(String scope, long count) {
    List<Instant> made = creations.computeIfAbsent(scope, _ -> new ArrayList<>());
    Instant yesterday = ids.now().minus(DAY);
    long today = made.stream().filter(it -> it.isAfter(yesterday)).count();
    if (count > 0 && today + count > MOST_A_DAY) {
      throw new DiscordRefusedException(
          400, 30034, "Max number of daily application command creates has been reached (200)");
    }
    for (long i = 0; i < count; i++) {
      made.add(ids.now());
    }
  }

  private static void require(List<ObjectNode> all) {
    for (CommandKind kind : CommandKind.values()) {
      kind.require(all.stream().filter(it -> it.path("type").asInt() == kind.number()).count());
    }
    if (all.stream().map(CommandBook::key).distinct().count() < all.size()) {
      throw DiscordRefusedException.invalid(
          "name",
          "APPLICATION_COMMANDS_DUPLICATE_NAME",
          "Application command names must be unique");
    }
  }

  private static String key(ObjectNode command) {
    return command.path("type") + " " + command.path("name");
  }

  ArrayNode wires(String scope) {
    return Json.array(of(scope));
  }

  /// The command that somebody sees in a channel under this name.
  Optional<ObjectNode> seen(
      CommandKind kind, String name, DiscordPerson person, DiscordChannel channel) {
    List<ObjectNode> all =
        new ArrayList<>(channel.guild().map(it -> of(it.id())).orElse(List.of()));
    all.addAll(of(""));
    return all.stream()
        .filter(it -> it.path("type").asInt() == kind.number())
        .filter(it -> it.path("name").asText().equals(name))
        .filter(it -> CommandScope.of(channel).shows(it, person))
        .findFirst();
  }
}
