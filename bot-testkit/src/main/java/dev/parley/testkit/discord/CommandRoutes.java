package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// How the bot registers its commands.
final class CommandRoutes {
  private static final String ALL = "/applications/{}/commands";
  private static final String GUILD = "/applications/{}/guilds/{}/commands";

  private final CommandBook book;

  CommandRoutes(CommandBook book) {
    this.book = book;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET " + ALL, this::list),
        Route.of("PUT " + ALL, this::replace).in("commands"),
        Route.of("POST " + ALL, this::create).in("commands"),
        Route.of("GET " + ALL + "/{}", this::get),
        Route.of("PATCH " + ALL + "/{}", this::change).in("commands"),
        Route.of("DELETE " + ALL + "/{}", this::delete).in("commands"),
        Route.of("GET " + GUILD, this::list),
        Route.of("PUT " + GUILD, this::replace).in("commands"),
        Route.of("POST " + GUILD, this::create).in("commands"),
        Route.of("GET " + GUILD + "/{}", this::get),
        Route.of("PATCH " + GUILD + "/{}", this::change).in("commands"),
        Route.of("DELETE " + GUILD + "/{}", this::delete).in("commands"));
  }

  /// The guild's id, or nothing where the commands are for all.
  private static String scope(RestCall call, int idsOfAll) {
    if (!call.id(0).equals(call.world().bot().id())) {
      throw new DiscordRefusedException(404, 10002, "Unknown Application");
    }
    if (call.ids().size() == idsOfAll) {
      return "";
    }
    return call.world()
        .guild(call.id(1))
        .filter(DiscordGuild::hasBot)
        .map(DiscordGuild::id)
        .orElseThrow(DiscordRefusedException::missingAccess);
  }

  private Route.Answer list(RestCall call) {
    ArrayNode all = book.wires(scope(call, 1)).deepCopy();
    if (call.asked("with_localizations").filter("true"::equals).isEmpty()) {
      withoutLanguages(all);
    }
    return Route.Answer.of(all);
  }

  /// The words in other languages are only told to those who ask for them.
  private static void withoutLanguages(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("name_localizations", "description_localizations"));
    }
    node.forEach(CommandRoutes::withoutLanguages);
  }

  private Route.Answer replace(RestCall call) {
    String scope = scope(call, 1);
    if (!(call.content() instanceof ArrayNode wanted)) {
      throw DiscordRefusedException.invalid(
          "commands", "BASE_TYPE_BAD_TYPE", "Only iterables may be used in a ListType");
    }
    for (int i = 0; i < wanted.size(); i++) {
      CommandRules.check(wanted.path(i), i + ".");
    }
    book.replace(scope, wanted);
    return Route.Answer.of(book.wires(scope));
  }

  private Route.Answer create(RestCall call) {
    String scope = scope(call, 1);
    CommandRules.check(call.body(), "");
    boolean fresh = book.put(scope, call.body());
    JsonNode made = book.of(scope).getLast();
    return fresh ? Route.Answer.created(made) : Route.Answer.of(made);
  }

  private Route.Answer get(RestCall call) {
    return Route.Answer.of(command(call));
  }

  private ObjectNode command(RestCall call) {
    return book.find(scope(call, 2), call.ids().getLast())
        .orElseThrow(() -> new DiscordRefusedException(404, 10063, "Unknown application command"));
  }

  private Route.Answer change(RestCall call) {
    ObjectNode command = command(call);
    ObjectNode after = command.deepCopy();
    after.setAll(call.body().deepCopy());
    CommandRules.check(after, "");
    book.change(command, call.body());
    return Route.Answer.of(command);
  }

  private Route.Answer delete(RestCall call) {
    book.delete(scope(call, 2), command(call));
    return Route.Answer.nothing();
  }
}
