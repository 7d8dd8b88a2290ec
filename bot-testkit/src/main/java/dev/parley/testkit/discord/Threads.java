package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// How threads begin, whoever begins them.
final class Threads {
  private final World world;
  private final DiscordUser owner;

  Threads(World world, DiscordUser owner) {
    this.world = world;
    this.owner = owner;
  }

  /// A message in a thread that was put away brings it back.
  static void wake(World world, DiscordChannel channel) {
    channel
        .thread()
        .filter(ThreadState::isArchived)
        .ifPresent(
            thread -> {
              thread.archive(false, world.ids().stamp());
              world.announcer().channelChanged(channel);
            });
  }

  /// A thread that hangs from a message, with the message's id.
  DiscordChannel from(Post root, String name) {
    DiscordChannel thread =
        begin(root.channel(), root.id(), name, ChannelKind.PUBLIC_THREAD, List.of());
    root.startThread(thread);
    world.announcer().changed(root);
    ObjectNode starter =
        MessageWire.begin(world, thread, root.author(), MessageWire.THREAD_STARTER);
    MessageWire.refer(starter, root, 0);
    note(thread, root.author(), starter);
    return thread;
  }

  /// A thread of its own, which a text channel notes if everybody sees it.
  DiscordChannel in(DiscordChannel parent, String name, ChannelKind kind) {
    DiscordChannel thread = begin(parent, world.ids().next(), name, kind, List.of());
    if (kind == ChannelKind.PUBLIC_THREAD) {
      ObjectNode note = MessageWire.begin(world, parent, owner, MessageWire.THREAD_CREATED);
      ObjectNode reference = note.put("content", name).putObject("message_reference");
      reference.put("type", 0).put("channel_id", thread.id());
      parent.guild().ifPresent(guild -> reference.put("guild_id", guild.id()));
      note(parent, owner, note);
    }
    return thread;
  }

  private void note(DiscordChannel channel, DiscordUser author, ObjectNode wire) {
    Post post = new Post(channel, author, wire, world.files());
    channel.add(post);
    world.announcer().posted(post);
  }

  /// A forum's post, whose first message will have the thread's id.
  DiscordChannel post(DiscordChannel forum, String title, List<String> tags) {
    return begin(forum, world.ids().next(), title, ChannelKind.PUBLIC_THREAD, tags);
  }

  private DiscordChannel begin(
      DiscordChannel parent, String id, String name, ChannelKind kind, List<String> tags) {
    DiscordChannel thread = new DiscordChannel(world, id, name, kind, parent.guild().orElseThrow());
    ThreadState state = new ThreadState(parent, owner.id(), world.ids().stamp());
    state.tag(tags);
    thread.becomeThread(state);
    world.add(thread);
    world.announcer().channelCreated(thread);
    return thread;
  }
}
