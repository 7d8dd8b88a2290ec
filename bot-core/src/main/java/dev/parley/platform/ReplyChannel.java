package dev.parley.platform;

import dev.parley.message.Reply;

/// The way to answer one turn. Used by one thread.
///
/// What it cannot deliver it reports by [DeliveryException]; only [#finish(Reply)] and
/// [#retract()] matter so much that the turn waits for them: failures of the others are logged and
/// passed over.
public interface ReplyChannel extends AutoCloseable {
  /// Shows that the bot is at work, and at what.
  void working(String status);

  /// Shows what a tool does for the answer: a new step, or what became of one that was shown.
  void step(ToolStep step);

  /// Shows more of the answer.
  void stream(String delta);

  /// Posts or completes the reply with its files; repeated for the same turn, even by another
  /// instance, people still see it once. Files that cannot be had or shown never take the words
  /// with them: people are told in a plain sentence.
  void finish(Reply reply);

  /// Takes away whatever was shown of the reply, also by an earlier owner of the turn; repeated, it
  /// changes nothing.
  void retract();

  /// Frees what it holds, and takes away what says that the bot is at work.
  @Override
  void close();
}
