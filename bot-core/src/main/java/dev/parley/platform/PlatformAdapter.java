package dev.parley.platform;

import dev.parley.attachment.AttachmentSource;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.util.Optional;
import java.util.Set;

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

  /// Says something to one person, in a direct message, without being asked. Blocks; it is said
  /// again where this is called again.
  ///
  /// @throws DeliveryException where it cannot be said: the person takes no messages of the bot,
  ///     is not there any more, or the platform has no direct messages
  void tell(TenantId tenant, UserId person, Reply reply);

  /// Says something in a place, without being asked. Blocks; it is said again where this is
  /// called again.
  ///
  /// @throws DeliveryException where it cannot be said: the place is gone, or the bot must not
  ///     write there
  void post(Place place, Reply reply);

  /// The name of a channel as people see it, such as `#general`; its id where that is not known.
  /// May block; never throws.
  String channelName(Place place);

  /// The ids of the groups that somebody is in, such as roles: none where the platform has no
  /// groups or nothing in the tenant depends on them, and empty where it does not say. May block;
  /// never throws.
  Optional<Set<String>> groups(TenantId tenant, UserId person);

  /// What was said in the thread of a message before it, as far as the platform tells and it is
  /// worth reading; nothing where the bot hears everything anyway. Blocks while it reads.
  Backlog saidBefore(InboundMessage message);

  /// What was said lately where somebody asks, as far as the platform tells, and both the bot and
  /// they may read it. Blocks while it reads.
  Recent recent(RecentWanted wanted);

  /// Who can read what in its places.
  PlaceReaders readers();

  /// Where the files of its messages come from; [AttachmentSource#NONE] where it takes none.
  AttachmentSource attachments();

  /// Stops taking events and frees what it holds; idempotent.
  @Override
  void close();
}
