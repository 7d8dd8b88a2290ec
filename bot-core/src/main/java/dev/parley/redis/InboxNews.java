package dev.parley.redis;

import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.TurnRef;

/// What instances tell each other about the inbox: that some work is ready, or that a turn is to
/// stop.
final class InboxNews {
  private static final String STOP = "stop ";

  private final Topic topic;

  InboxNews(Topic topic) {
    this.topic = topic;
  }

  static String stop(TurnRef turn) {
    return STOP + StoredJson.written(turn);
  }

  Inbox.Subscription listen(InboxListener listener) {
    Runnable end = topic.hear(message -> tell(listener, message));
    return end::run;
  }

  private static void tell(InboxListener listener, String message) {
    if (message.startsWith(STOP)) {
      listener.stopRequested(StoredJson.read(message.substring(STOP.length()), TurnRef.class));
    } else {
      listener.workReady();
    }
  }
}
