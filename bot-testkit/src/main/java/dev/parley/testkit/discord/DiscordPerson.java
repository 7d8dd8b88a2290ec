package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;

/// Somebody who uses Discord; each method is something that they do there.
public final class DiscordPerson {
  private final World world;
  private final DiscordUser user;
  private String locale = "en-US";
  private boolean refusesMessages;

  DiscordPerson(World world, DiscordUser user) {
    this.world = world;
    this.user = user;
  }

  public String id() {
    return user.id();
  }

  public String name() {
    return user.name();
  }

  /// What calls them in a text.
  public String mention() {
    return "<@" + id() + ">";
  }

  DiscordUser user() {
    return user;
  }

  /// From now on, Discord speaks this language to them.
  ///
  /// @param language as Discord names it: `de`, `en-GB`
  public DiscordPerson prefers(String language) {
    locale = language;
    return this;
  }

  String locale() {
    return locale;
  }

  /// From now on, the bot cannot write to them.
  public void refusesMessages() {
    refusesMessages = true;
  }

  boolean isReachable() {
    return !refusesMessages;
  }

  /// Their direct messages with the bot.
  public DiscordChannel dm() {
    synchronized (world) {
      return world.dm(this);
    }
  }

  public SaidMessage says(DiscordChannel channel, String text) {
    return says(channel, Remark.of(text));
  }

  public SaidMessage says(DiscordChannel channel, Remark remark) {
    synchronized (world) {
      return new Speech(world, channel, user).says(remark);
    }
  }

  /// Sends a message with files.
  public SaidMessage shares(DiscordChannel channel, String text, SharedFile... files) {
    return says(channel, Remark.of(text).with(files));
  }

  /// Replies to a message, and calls its author.
  public SaidMessage replies(DiscordMessage to, String text) {
    return says(to.channel(), Remark.of(text).inReplyTo(to));
  }

  /// Replies to a message without calling its author.
  public SaidMessage repliesQuietly(DiscordMessage to, String text) {
    return says(to.channel(), Remark.of(text).quietlyInReplyTo(to));
  }

  /// Forwards a message to a channel.
  public SaidMessage forwards(DiscordMessage message, DiscordChannel to) {
    synchronized (world) {
      return new Speech(world, to, user).forwards(find(message));
    }
  }

  /// Sends a voice message.
  public SaidMessage speaks(DiscordChannel channel, SharedFile recording) {
    synchronized (world) {
      return new Speech(world, channel, user).speaks(recording);
    }
  }

  /// Changes what they said.
  public void edits(SaidMessage said, String text) {
    synchronized (world) {
      new Speech(world, said.channel(), user).edit(mine(said), text);
    }
  }

  /// Takes back what they said.
  public void deletes(SaidMessage said) {
    synchronized (world) {
      Post post = mine(said);
      post.delete();
      world.announcer().deleted(post);
    }
  }

  private Post mine(SaidMessage said) {
    return Optional.of(said.post())
        .filter(post -> post.author().equals(user) && !post.isDeleted())
        .orElseThrow(() -> new IllegalArgumentException(name() + " did not say " + said.id()));
  }

  /// Starts a thread from a message.
  public DiscordChannel startsThread(DiscordMessage from, String name) {
    synchronized (world) {
      return new Threads(world, user).from(find(from), name);
    }
  }

  private Post find(DiscordMessage message) {
    return message
        .channel()
        .find(message.id())
        .orElseThrow(() -> new IllegalArgumentException("no message " + message.id()));
  }

  /// Starts a thread without a message.
  public DiscordChannel startsThread(DiscordChannel channel, String name) {
    synchronized (world) {
      return new Threads(world, user).in(channel, name, ChannelKind.PUBLIC_THREAD);
    }
  }

  /// Starts a thread that only some see, the bot among them.
  public DiscordChannel startsPrivateThread(DiscordChannel channel, String name) {
    synchronized (world) {
      return new Threads(world, user).in(channel, name, ChannelKind.PRIVATE_THREAD);
    }
  }

  /// Writes a post in a forum; the message's channel is the post's thread.
  public SaidMessage posts(DiscordChannel forum, String title, String text, String... tags) {
    synchronized (world) {
      DiscordChannel thread =
          new Threads(world, user).post(forum, title, Arrays.stream(tags).map(forum::tag).toList());
      ObjectNode wire = MessageWire.begin(world, thread, user, MessageWire.ORDINARY);
      wire.put("id", thread.id()).put("content", text);
      Pings pings = Pings.of(text, MissingNode.getInstance(), true, Optional.empty());
      return new Speech(world, thread, user).send(wire, pings);
    }
  }
}
