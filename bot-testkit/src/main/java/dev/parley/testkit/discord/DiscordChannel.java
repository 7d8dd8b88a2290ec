package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A conversation: a channel or thread of a guild, or direct messages, and what was said in it.
public final class DiscordChannel {
  private final World world;
  private final String id;
  private final ChannelKind kind;
  private final @Nullable DiscordGuild guild;
  private final Set<DiscordUser> recipients = new LinkedHashSet<>();
  private final TreeMap<Long, Post> posts = new TreeMap<>();
  private final List<Post> ephemerals = new ArrayList<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final ChannelRights rights;
  private String name;
  private @Nullable ThreadState thread;
  private int typings;
  private boolean gone;

  DiscordChannel(
      World world, String id, String name, ChannelKind kind, @Nullable DiscordGuild guild) {
    this.world = world;
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.guild = guild;
    this.rights = new ChannelRights(world, this);
  }

  DiscordChannel(World world, String id, String name, ChannelKind kind) {
    this(world, id, name, kind, null);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  void rename(String other) {
    name = other;
  }

  public ChannelKind kind() {
    return kind;
  }

  public Optional<DiscordGuild> guild() {
    return Optional.ofNullable(guild);
  }

  boolean isIn(DiscordGuild other) {
    return guild == other;
  }

  Set<DiscordUser> recipients() {
    return recipients;
  }

  void addRecipient(DiscordUser user) {
    recipients.add(user);
  }

  /// Where the thread hangs, if it is one.
  public Optional<DiscordChannel> parent() {
    return thread().map(ThreadState::parent);
  }

  Optional<ThreadState> thread() {
    return Optional.ofNullable(thread);
  }

  void becomeThread(ThreadState state) {
    thread = state;
  }

  /// All messages, oldest first.
  public List<ShownMessage> messages() {
    synchronized (world) {
      return posts().stream().map(Post::shown).toList();
    }
  }

  /// The bot's messages, oldest first.
  public List<ShownMessage> botMessages() {
    return messages().stream().filter(it -> it.author().equals(world.bot().id())).toList();
  }

  /// What of the bot only this person sees here, oldest first.
  public List<ShownMessage> ephemerals(DiscordPerson person) {
    synchronized (world) {
      return ephemerals.stream()
          .filter(it -> !it.isDeleted() && it.audience().equals(person.id()))
          .map(Post::shown)
          .toList();
    }
  }

  /// The threads of this channel, oldest first.
  public List<DiscordChannel> threads() {
    synchronized (world) {
      return world.channels().stream()
          .filter(it -> it.parent().filter(this::equals).isPresent())
          .toList();
    }
  }

  /// How often the bot showed that it types.
  public int typings() {
    synchronized (world) {
      return typings;
    }
  }

  void typed() {
    typings++;
  }

  /// Takes permissions from the bot, here and in the threads of this channel.
  public void denyBot(Permission... permissions) {
    rights.denyBot(permissions);
  }

  /// Gives permissions back.
  public void allowBot(Permission... permissions) {
    rights.allowBot(permissions);
  }

  /// Takes permissions from somebody, here and in the threads of this channel.
  public void deny(DiscordPerson person, Permission... permissions) {
    rights.deny(person, permissions);
  }

  /// Only who has one of these roles sees the channel, besides the bot.
  public void showsTo(DiscordRole... roles) {
    rights.showTo(roles);
  }

  /// Somebody sees the channel whatever their roles.
  public void showsTo(DiscordPerson person) {
    rights.showTo(person);
  }

  ChannelRights rights() {
    return rights;
  }

  boolean botMay(Permission permission) {
    if (guild == null) {
      return isVisible();
    }
    if (thread != null) {
      return thread.parent().botMay(permission);
    }
    return guild.hasBot()
        && !rights.denied().contains(permission)
        && guild.permissions(world.bot().user()).contains(permission);
  }

  /// Whether the bot sees the channel at all.
  boolean isVisible() {
    return guild == null ? kind == ChannelKind.DM : botMay(Permission.VIEW_CHANNEL);
  }

  /// Another bot says something.
  public SaidMessage otherBotSays(String text) {
    return otherSays(world.account("Other bot", DiscordUser.Kind.BOT), text);
  }

  /// A webhook says something.
  public SaidMessage webhookSays(String text) {
    return otherSays(world.account("Build server", DiscordUser.Kind.WEBHOOK), text);
  }

  private SaidMessage otherSays(DiscordUser author, String text) {
    synchronized (world) {
      return new Speech(world, this, author).says(text);
    }
  }

  /// Discord itself notes something here.
  ///
  /// @param type 6 that somebody pinned a message, 7 that they joined, 8 that they boosted
  public SaidMessage notes(DiscordPerson of, int type) {
    synchronized (world) {
      return new Speech(world, this, of.user()).notes(type);
    }
  }

  /// A moderator removes messages at one stroke.
  public void purges(DiscordMessage... said) {
    synchronized (world) {
      List<Post> removed = new ArrayList<>();
      for (DiscordMessage message : said) {
        find(message.id()).ifPresent(removed::add);
      }
      removed.forEach(Post::delete);
      world.announcer().deletedAtOnce(this, removed);
    }
  }

  /// A moderator puts the thread away; nobody writes in it any more if it is locked.
  public void archive(boolean locked) {
    synchronized (world) {
      ThreadState state = thread().orElseThrow();
      state.archive(true, world.ids().stamp());
      state.lock(locked);
      world.announcer().channelChanged(this);
    }
  }

  /// Whether the thread is put away.
  public boolean isArchived() {
    synchronized (world) {
      return thread().map(ThreadState::isArchived).orElse(false);
    }
  }

  /// A moderator deletes the channel or thread with all that is in it.
  public void delete() {
    synchronized (world) {
      gone = true;
      world.announcer().channelDeleted(this);
      world.remove(this);
    }
  }

  boolean isGone() {
    return gone;
  }

  /// The id of a forum's tag; it is made when it is first asked for.
  public String tag(String word) {
    synchronized (world) {
      return tags.computeIfAbsent(word, _ -> world.ids().next());
    }
  }

  Map<String, String> tags() {
    return tags;
  }

  /// The names of the tags that a forum's post has.
  public List<String> appliedTags() {
    synchronized (world) {
      Map<String, String> known = parent().map(DiscordChannel::tags).orElse(Map.of());
      List<String> applied = thread().map(ThreadState::tags).orElse(List.of());
      return known.keySet().stream().filter(tag -> applied.contains(known.get(tag))).toList();
    }
  }

  void add(Post post) {
    posts.put(Long.parseLong(post.id()), post);
    thread().ifPresent(ThreadState::count);
  }

  void addEphemeral(Post post) {
    ephemerals.add(post);
  }

  /// All that everybody sees, oldest first.
  List<Post> posts() {
    return posts.values().stream().filter(post -> !post.isDeleted()).toList();
  }

  Optional<Post> find(String message) {
    return message.matches("\\d{1,19}")
        ? Optional.ofNullable(posts.get(Long.parseLong(message))).filter(it -> !it.isDeleted())
        : Optional.empty();
  }

  Optional<Post> findEphemeral(String message) {
    return ephemerals.stream()
        .filter(post -> post.id().equals(message) && !post.isDeleted())
        .findFirst();
  }

  ObjectNode wire() {
    return ChannelWire.of(this, world.bot());
  }
}
