package dev.parley.testkit.engine;

import dev.parley.command.CommandInvocation;
import dev.parley.identity.Place;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.testkit.inbox.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// People who press the buttons below an answer that asks for an approval.
///
/// @param name of who presses
/// @param admin whether they administer the place
/// @param groups that they are in
record Pressing(String name, boolean admin, Set<String> groups) {
  static final Pressing ASKER = new Pressing("Ada", false, Set.of());
  static final Pressing OTHER = new Pressing("Bob", false, Set.of());
  static final Pressing ADMIN = new Pressing("Cyd", true, Set.of());

  private static final Place ROOM = Said.channel("general");

  Reply approve(BotInstance bot, Reply asking) {
    return press(bot, asking, "Approve");
  }

  Reply decline(BotInstance bot, Reply asking) {
    return press(bot, asking, "Decline");
  }

  Reply press(BotInstance bot, Reply asking, String label) {
    CommandInvocation context =
        new CommandInvocation(List.of(), Map.of(), ROOM, Said.author(name), admin, admin, groups);
    return bot.engine().onCommandLine(line(asking, label), context);
  }

  private static String line(Reply asking, String label) {
    return asking.actions().stream()
        .filter(action -> action.label().equals(label))
        .map(ReplyAction::line)
        .findFirst()
        .orElseThrow();
  }

  /// The message whose turn runs the call behind a button.
  static String turn(Reply asking, String label) {
    return "run-" + line(asking, label).replaceFirst(".* ", "");
  }
}
