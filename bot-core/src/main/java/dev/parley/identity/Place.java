package dev.parley.identity;

import java.util.Optional;

/// Where a message was said: a channel or direct message of a tenant, perhaps in a thread of it.
///
/// A thread is named by the id of the message that it hangs from.
public record Place(TenantId tenant, String channel, Optional<MessageId> thread, boolean direct) {
  public Place {
    IdText.checked("a channel's id", channel);
  }

  /// The conversation that a message of this author belongs to here.
  public ConversationId conversation(SessionScope scope, UserId author) {
    return switch (scope) {
      case CHANNEL -> ConversationId.of(tenant, channel);
      case THREAD -> ConversationId.of(tenant, channel, thread.map(MessageId::value));
      case USER -> ConversationId.of(tenant, channel, thread.map(MessageId::value), author);
    };
  }

  /// The thread that a message here is in, or would be the root of.
  public ConversationId threadOf(MessageId message) {
    return ConversationId.of(tenant, channel, Optional.of(thread.orElse(message).value()));
  }

  /// The same place outside of any thread.
  public Place outsideThread() {
    return new Place(tenant, channel, Optional.empty(), direct);
  }
}
