package dev.parley.testkit.discord;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Somebody who uses Discord; each method is something that they do there.
public final class DiscordPerson {
  private final World world;
  private final DiscordUser user;
  private final Gestures gestures;
  private String locale = "en-US";
  private boolean refusesMessages;

  DiscordPerson(World world, DiscordUser user) {
    this.world = world;
    this.user = user;
    this.gestures = new Gestures(world, this);
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

  /// Puts a reaction below a message.
  public void reacts(DiscordMessage message, String emoji) {
    synchronized (world) {
      world.announcer().reacted(find(message), user, emoji);
    }
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
    return posts(forum, title, Remark.of(text), tags);
  }

  public SaidMessage posts(DiscordChannel forum, String title, Remark remark, String... tags) {
    synchronized (world) {
      DiscordChannel thread =
          new Threads(world, user).post(forum, title, Arrays.stream(tags).map(forum::tag).toList());
      return new Speech(world, thread, user).says(remark, thread.id());
    }
  }

  /// Sends a slash command without options.
  public Interaction slash(DiscordChannel channel, String words) {
    return slash(channel, words, Map.of());
  }

  /// Sends a slash command; throws `IllegalStateException` where they see no such command.
  ///
  /// @param words the command without its slash, and its group and sub-command if it has them:
  ///     `session reset`
  /// @param options by name: `String`, `Integer`, `Double`, `Boolean`, [SharedFile],
  ///     [DiscordPerson], [DiscordChannel] or [DiscordRole]
  public Interaction slash(DiscordChannel channel, String words, Map<String, Object> options) {
    synchronized (world) {
      return gestures.slash(channel, words, options);
    }
  }

  /// Types in an option of a slash command, and gets choices offered.
  public Interaction completes(DiscordChannel channel, String words, String option, String typed) {
    return completes(channel, words, option, typed, Map.of());
  }

  /// Types in an option, and gets choices offered that go by other options.
  ///
  /// @param before options that are filled in already
  public Interaction completes(
      DiscordChannel channel,
      String words,
      String option,
      String typed,
      Map<String, Object> before) {
    synchronized (world) {
      return gestures.complete(channel, words, option, typed, before);
    }
  }

  /// Chooses a command from a message's menu.
  public Interaction picks(String menu, DiscordMessage message) {
    synchronized (world) {
      return gestures.pick(menu, message);
    }
  }

  /// Presses a button of a message; throws `IllegalStateException` where they can press none.
  ///
  /// @param button its label or its custom id
  public Interaction presses(DiscordMessage message, String button) {
    synchronized (world) {
      return gestures.press(message, button);
    }
  }

  /// Chooses from a menu in a message.
  public Interaction chooses(DiscordMessage message, String customId, String... values) {
    synchronized (world) {
      return gestures.choose(message, customId, values);
    }
  }

  /// Sends off a modal; throws `IllegalStateException` where a field does not let them.
  ///
  /// @param values by the custom ids of the fields; others keep what stands in them
  public Interaction submits(ShownModal modal, Map<String, String> values) {
    synchronized (world) {
      return gestures.submit(modal, values);
    }
  }
}
