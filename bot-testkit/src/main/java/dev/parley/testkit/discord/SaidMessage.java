package dev.parley.testkit.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message that a person has sent, to watch what comes of it.
public final class SaidMessage implements DiscordMessage {
  private final World world;
  private final Post post;
  private final List<Delivery> deliveries = new ArrayList<>();

  SaidMessage(World world, Post post, Optional<Delivery> delivery) {
    this.world = world;
    this.post = post;
    delivery.ifPresent(deliveries::add);
  }

  Post post() {
    return post;
  }

  @Override
  public DiscordChannel channel() {
    return post.channel();
  }

  @Override
  public String id() {
    return post.id();
  }

  /// The message as people see it now.
  public ShownMessage shown() {
    synchronized (world) {
      return post.shown();
    }
  }

  /// What the bot wrote in reply to exactly this message, oldest first.
  public List<ShownMessage> replies() {
    return answers().stream().filter(it -> it.reference().equals(id())).toList();
  }

  /// What the bot wrote after it in its channel, or in the thread that hangs from it, oldest
  /// first.
  public List<ShownMessage> answers() {
    List<ShownMessage> found = new ArrayList<>(channel().botMessages());
    thread().ifPresent(it -> found.addAll(it.botMessages()));
    long own = Long.parseLong(id());
    return found.stream().filter(it -> Long.parseLong(it.id()) > own).toList();
  }

  /// The thread that hangs from it.
  public Optional<DiscordChannel> thread() {
    synchronized (world) {
      return post.thread();
    }
  }

  /// The events that tell the bot of it; none where the bot does not see the channel.
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /// Tells the bot the same once more.
  public void redeliver() {
    synchronized (world) {
      deliveries.forEach(world.gateway()::again);
    }
  }

  /// Discord adds the preview of a link, which changes nothing that the author wrote.
  public void showsPreview(String url) {
    synchronized (world) {
      post.kept().withArray("embeds").addObject().put("type", "link").put("url", url);
      world.announcer().changed(post);
    }
  }
}
