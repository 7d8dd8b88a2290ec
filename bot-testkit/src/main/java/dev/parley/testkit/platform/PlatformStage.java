package dev.parley.testkit.platform;

import dev.parley.platform.PlatformAdapter;
import java.util.List;

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

  /// What of that would run, load, or call many people by itself; empty where it is harmless.
  List<String> dangers();

  @Override
  void close();

  /// A reply as people see it.
  ///
  /// @param text the visible words
  record ShownReply(String text, boolean finished) {}
}
