package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Where the messages of an answer go. All methods block, and throw a
/// [dev.parley.discord.api.DiscordCallException] where Discord does not take something.
interface Outlet {
  /// Posts a message. Repeated with the same number it is there once, as long as Discord remembers.
  ///
  /// @param number of the message in the answer, from 0
  /// @param wanted asked right before it is sent
  /// @return the message as Discord tells of it; a missing node where it was not wanted any more
  JsonNode post(Page page, int number, BooleanSupplier wanted);

  void edit(String message, Page page, BooleanSupplier wanted);

  /// Takes a message away; one that is not there is passed over.
  void delete(String message);

  /// What the bot posted since it was asked, oldest first; nothing where that cannot be told.
  List<JsonNode> posted();

  /// Whether a message can only be the beginning of this answer.
  boolean isBeginning(JsonNode message);

  /// Whether this place takes no more soon, so that what grows should go on elsewhere.
  boolean isClosing();

  /// Goes on elsewhere, and says so here. Repeated, it changes nothing.
  ///
  /// @return the message that it goes on in
  String move(Page page);

  /// Shows for some seconds that the bot is at work.
  void typing();

  /// How often something may be done here that only shows progress.
  Room room();

  /// Words before the answer, as Discord takes them.
  String before();

  /// Whether only the asker sees the answer.
  boolean isHidden();

  /// Whether the answer has to fit into one message.
  boolean isSingle();
}
