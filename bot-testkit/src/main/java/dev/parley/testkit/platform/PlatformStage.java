package dev.parley.testkit.platform;

import dev.parley.platform.PlatformAdapter;
import java.util.List;
import java.util.Set;

/// A platform, real or a stand-in, with an adapter under test connected to it, as the contract
/// kit needs it.
public interface PlatformStage extends AutoCloseable {
  /// The adapter under test; the kit starts it.
  PlatformAdapter adapter();

  /// The adapter of another instance of the bot on the same platform; the kit only replies by it.
  PlatformAdapter anotherInstance();

  /// What the platform would send where a person says this to the bot.
  String compose(String text);

  /// Sends what was composed; returns whether the adapter acknowledged it.
  boolean deliver(String event);

  /// The asker presses what stops the answer that is shown now.
  void pressStop();

  /// The bot's replies as people see them now, oldest first.
  List<ShownReply> shown();

  /// The SHA-256 of each file that people see with those replies, oldest first; by its bytes as the
  /// platform hands them out.
  List<String> shownFiles();

  /// The labels of the buttons that run commands, as the asker sees them now, oldest first.
  List<String> buttons();

  /// The asker presses the latest button with this label.
  void press(String label);

  /// What only the asker was shown in answer to commands and presses, oldest first.
  List<ShownReply> whispered();

  /// What the bot said to the asker in direct messages, oldest first.
  List<ShownReply> told();

  /// The asker joins a group of people.
  ///
  /// @return the ids of all groups that the platform tells of where they talk; empty where none
  Set<String> join(String group);

  /// What of all that would run, load, or call many people by itself; empty where it is harmless.
  List<String> dangers();

  @Override
  void close();

  /// A reply as people see it.
  ///
  /// @param text the visible words
  record ShownReply(String text, boolean finished) {}
}
