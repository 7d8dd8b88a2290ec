package dev.parley.attachment;

import java.nio.channels.FileChannel;

/// The place where the model's provider keeps files that are too large for a request.
///
/// All methods block, and end early when the thread is interrupted.
public interface ProviderFiles {
  /// Gives a file to the provider, under no name, and waits until the model can be shown it.
  ///
  /// @param content read from its beginning; stays open
  /// @throws AttachmentUnavailableException where the provider does not take it
  ProviderFile give(FileChannel content, String mediaType);

  /// Whether the provider still has a file, and shows it to whoever calls with this bot's key.
  ///
  /// @throws AttachmentUnavailableException where the provider cannot be asked
  boolean has(ProviderFile file);

  /// Has the provider erase a file; nothing happens where it has none of that name.
  ///
  /// @param name what the provider calls it
  /// @throws AttachmentUnavailableException where the provider cannot be asked
  void erase(String name);
}
