package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How somebody who is not the bot says something in a channel.
final class Speech {
  private static final List<String> COPIED =
      List.of(
          "type",
          "content",
          "embeds",
          "attachments",
          "timestamp",
          "edited_timestamp",
          "flags",
          "mentions",
          "mention_roles",
          "components");

  private final World world;
  private final DiscordChannel channel;
  private final DiscordUser author;

  Speech(World world, DiscordChannel channel, DiscordUser author) {
    this.world = world;
    this.channel = channel;
    this.author = author;
  }

  SaidMessage says(String text) {
    return says(Remark.of(text));
  }

  SaidMessage says(Remark remark) {
    return says(remark, world.ids().next());
  }

  /// Says it under an id that is given: a forum's post begins with a message of the thread's id.
  SaidMessage says(Remark remark, String id) {
    Optional<Post> target =
        remark
            .target()
            .map(to -> channel.find(to.id()).or(() -> hidden(to)).orElseThrow(() -> unseen(to)));
    int type = target.isPresent() ? MessageWire.REPLY : MessageWire.ORDINARY;
    ObjectNode wire = MessageWire.begin(world, channel, author, type);
    wire.put("id", id).put("content", remark.text());
    ArrayNode attachments = wire.putArray("attachments");
    remark.files().forEach(file -> attachments.add(world.files().keep(channel, file)));
    target.ifPresent(it -> MessageWire.reply(wire, it));
    Optional<DiscordUser> called =
        target.filter(it -> remark.calls() && !it.isInteractionAnswer()).map(Post::author);
    return send(wire, pings(remark.text(), called));
  }

  private Optional<Post> hidden(DiscordMessage to) {
    return channel.findEphemeral(to.id());
  }

  private IllegalArgumentException unseen(DiscordMessage to) {
    return new IllegalArgumentException("no message " + to.id() + " in " + channel.name());
  }

  private Pings pings(String text, Optional<DiscordUser> repliedTo) {
    boolean mayCallAll =
        channel
            .guild()
            .map(it -> it.permissions(author).contains(Permission.MENTION_EVERYONE))
            .orElse(false);
    return Pings.of(text, MissingNode.getInstance(), mayCallAll, repliedTo);
  }

  SaidMessage forwards(Post post) {
    ObjectNode wire = MessageWire.begin(world, channel, author, MessageWire.ORDINARY);
    wire.put("flags", MessageFlag.HAS_SNAPSHOT);
    MessageWire.refer(wire, post, 1);
    ObjectNode copy = post.kept().deepCopy().retain(COPIED);
    wire.putArray("message_snapshots").addObject().set("message", copy);
    return send(wire, new Pings(List.of(), List.of(), List.of()));
  }

  SaidMessage speaks(SharedFile recording) {
    ObjectNode wire = MessageWire.begin(world, channel, author, MessageWire.ORDINARY);
    wire.put("flags", MessageFlag.VOICE_MESSAGE);
    ObjectNode attachment = world.files().keep(channel, recording);
    attachment.put("duration_secs", 2.5).put("waveform", "AAAA");
    wire.putArray("attachments").add(attachment);
    return send(wire, new Pings(List.of(), List.of(), List.of()));
  }

  SaidMessage notes(int type) {
    ObjectNode wire = MessageWire.begin(world, channel, author, type);
    return send(wire, new Pings(List.of(), List.of(), List.of()));
  }

  SaidMessage send(ObjectNode wire, Pings pings) {
    channel.thread().filter(ThreadState::isLocked).ifPresent(_ -> refuseLocked());
    Threads.wake(world, channel);
    MessageWire.mention(world, wire, pings);
    Post post = new Post(channel, author, wire, world.files());
    post.pinged(pings.all());
    channel.add(post);
    return new SaidMessage(world, post, world.announcer().posted(post));
  }

  private void refuseLocked() {
    throw new IllegalStateException("nobody may write in " + channel.name());
  }

  void edit(Post post, String text) {
    ObjectNode wire = post.kept().put("content", text);
    Set<String> before = Set.copyOf(wire.path("mentions").findValuesAsText("id"));
    Pings now = pings(text, Optional.empty());
    MessageWire.mention(world, wire, new Pings(now.everyone(), now.roles(), users(now, before)));
    post.edited(world.ids().stamp());
    world.announcer().changed(post);
  }

  /// A reply that called somebody goes on to mention them.
  private static List<String> users(Pings now, Set<String> before) {
    return Stream.concat(now.users().stream(), before.stream()).distinct().toList();
  }
}
