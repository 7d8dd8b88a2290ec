package dev.parley.testkit.slack;

import java.time.Duration;
import java.util.List;

/// A message that a person has sent, to watch what comes of it.
public final class SaidMessage {
  private final SlackWorkspace workspace;
  private final String channel;
  private final String ts;
  private final String root;
  private final List<Delivery> deliveries;
  private final Announcer announcer;

  SaidMessage(
      SlackWorkspace workspace,
      SlackChannel channel,
      Post post,
      List<Delivery> deliveries,
      Announcer announcer) {
    this.workspace = workspace;
    this.channel = channel.id();
    this.ts = post.ts();
    this.root = post.root();
    this.deliveries = List.copyOf(deliveries);
    this.announcer = announcer;
  }

  public String channel() {
    return channel;
  }

  public String ts() {
    return ts;
  }

  /// The root of the thread that answers to it belong to.
  public String root() {
    return root;
  }

  /// What the bot wrote after it in its thread, oldest first.
  public List<ShownMessage> replies() {
    return workspace.thread(channel, root).stream().filter(this::isAnswer).toList();
  }

  /// What the bot wrote after it in its channel, in threads or not, oldest first.
  public List<ShownMessage> answers() {
    return workspace.everything(channel).stream().filter(this::isAnswer).toList();
  }

  private boolean isAnswer(ShownMessage message) {
    return message.author().equals(workspace.botUserId()) && message.ts().compareTo(ts) > 0;
  }

  /// The events that tell the bot of it.
  public List<Delivery> deliveries() {
    return deliveries;
  }

  /// Waits until every event is acknowledged or given up; returns whether all are acknowledged.
  public boolean awaitDelivered(Duration limit) {
    return deliveries.stream().allMatch(delivery -> delivery.await(limit));
  }

  /// Tells the bot the same events once more, with the same ids.
  public List<Delivery> redeliver() {
    return deliveries.stream().map(announcer::again).toList();
  }
}
