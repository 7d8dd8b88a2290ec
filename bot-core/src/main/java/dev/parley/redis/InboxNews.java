package dev.parley.redis;

import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.TurnRef;

/// What instances tell each other about the inbox: that some work is ready, or that a turn is to
/// stop.
final class InboxNews {
  private static final String STOP = "stop ";

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
    if (message.startsWith(STOP)) {
      listener.stopRequested(StoredJson.read(message.substring(STOP.length()), TurnRef.class));
    } else {
      tenants.woken(message);
      listener.workReady();
    }
  }
}
