package dev.parley.redis;

import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;

/// What instances tell each other about the inbox: that some work is ready, that a turn is to stop,
/// or that it was taken from its owner.
final class InboxNews {
  private static final String STOP = "stop ";
  private static final String LOST = "lost ";

  private final Topic topic;
  private final Tenants tenants;

  InboxNews(Topic topic, Tenants tenants) {
    this.topic = topic;
    this.tenants = tenants;
  }

  static String stop(TurnRef turn) {
    return STOP + StoredJson.written(turn);
  }

  Inbox.Subscription listen(InboxListener listener) {
    Runnable end = topic.hear(message -> tell(listener, message));
    return end::run;
  }

  private void tell(InboxListener listener, String message) {
    if (message.startsWith(LOST)) {
      listener.turnLost(lost(message.substring(LOST.length()).split("\u001f", 4)));
    } else if (message.startsWith(STOP)) {
      listener.stopRequested(StoredJson.read(message.substring(STOP.length()), TurnRef.class));
    } else {
      tenants.woken(message);
      listener.workReady();
    }
  }

  /// @param told the token, the turn, its conversation and its tenant
  private static Lease lost(String[] told) {
    TenantId tenant = StoredJson.read(told[3], TenantId.class);
    TurnRef turn = new TurnRef(new ConversationId(tenant, told[2]), new MessageId(told[1]));
    return new Lease(turn, Long.parseLong(told[0]));
  }
}
