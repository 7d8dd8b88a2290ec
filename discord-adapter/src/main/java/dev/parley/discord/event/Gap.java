package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.requests.Route;

/// What was said in a channel while nobody listened, as far as it is to be taken in.
///
/// @param taken the newest of it, oldest first
/// @param leftOut how many older ones there are
/// @param counted whether there are no more than that
record Gap(List<JsonNode> taken, int leftOut, boolean counted) {
  /// The most that Discord tells at once ("Get Channel Messages").
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 10;

  /// Asks Discord. A gap of more than one page is read from its end.
  ///
  /// @param since the id that everything missed is above
  /// @param most how many are taken
  /// @throws DiscordCallException where Discord does not tell
  static Gap read(DiscordApi api, String channel, String since, int most) {
    ApiCall history =
        ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, channel)
            .query("limit", Integer.toString(PAGE));
    List<JsonNode> oldest = page(api, history.query("after", since));
    if (oldest.size() < PAGE || most == 0) {
      return of(oldest, most, oldest.size() < PAGE);
    }
    List<JsonNode> said = new ArrayList<>();
    List<JsonNode> page = page(api, history);
    for (int pages = 1; pages < MOST_PAGES && isWithin(page, since); pages++) {
      said.addAll(page);
      page = page(api, history.query("before", page.getLast().path("id").asText()));
    }
    page.stream().filter(message -> isAfter(message, since)).forEach(said::add);
    return of(said, most, !isWithin(page, since));
  }

  private static List<JsonNode> page(DiscordApi api, ApiCall history) {
    List<JsonNode> newestFirst = new ArrayList<>();
    api.call(history).forEach(newestFirst::add);
    return newestFirst;
  }

  /// Whether there may be more before it.
  private static boolean isWithin(List<JsonNode> page, String since) {
    return page.size() == PAGE && isAfter(page.getLast(), since);
  }

  private static boolean isAfter(JsonNode message, String since) {
    return MessageMapper.number(message.path("id").asText()) > MessageMapper.number(since);
  }

  private static Gap of(List<JsonNode> newestFirst, int most, boolean counted) {
    int taken = Math.min(most, newestFirst.size());
    return new Gap(
        List.copyOf(newestFirst.subList(0, taken).reversed()), newestFirst.size() - taken, counted);
  }
}
