package dev.parley.platform;

import dev.parley.attachment.AttachmentSource;
import dev.parley.identity.PlatformName;
import dev.parley.message.InboundMessage;

/// Connects the core to one chat platform: maps what comes in, renders what goes out.
public interface PlatformAdapter extends AutoCloseable {
  PlatformName name();

  PlatformCapabilities capabilities();

  /// Begins to take events. An event is acknowledged only after the handler returned.
  void start(InboundHandler handler);

  /// Opens the way to answer a turn: a new one, or one that another instance began.
  ///
  /// @throws DeliveryException where there is no way any more
  ReplyChannel replyTo(ReplyTarget target);

  /// What was said in the thread of a message before it, as far as the platform tells and it is
  /// worth reading; nothing where the bot hears everything anyway. Blocks while it reads.
  Backlog saidBefore(InboundMessage message);

  /// Where the files of its messages come from; [AttachmentSource#NONE] where it takes none.
  AttachmentSource attachments();

  /// Stops taking events and frees what it holds; idempotent.
  @Override
  void close();
}
