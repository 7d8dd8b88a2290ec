package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a thread has and other channels have not.
final class ThreadState {
  private final DiscordChannel parent;
  private final String owner;
  private final String created;
  private int archiveAfter = 1440;
  private boolean archived;
  private boolean locked;
  private String archivedAt;
  private List<String> tags = List.of();
  private int messages;

  ThreadState(DiscordChannel parent, String owner, String created) {
    this.parent = parent;
    this.owner = owner;
    this.created = created;
    this.archivedAt = created;
  }

  DiscordChannel parent() {
    return parent;
  }

  String owner() {
    return owner;
  }

  boolean isArchived() {
    return archived;
  }

  boolean isLocked() {
    return locked;
  }

  void archive(boolean away, String at) {
    archived = away;
    archivedAt = at;
  }

  void lock(boolean closed) {
    locked = closed;
  }

  void archiveAfter(int minutes) {
    archiveAfter = minutes;
  }

  List<String> tags() {
    return tags;
  }

  void tag(List<String> applied) {
    tags = List.copyOf(applied);
  }

  void count() {
    messages++;
  }

  void describe(ObjectNode wire) {
    wire.put("parent_id", parent.id()).put("owner_id", owner).put("member_count", 2);
    wire.put("message_count", messages).put("total_message_sent", messages);
    ObjectNode state = wire.putObject("thread_metadata").put("archived", archived);
    state.put("auto_archive_duration", archiveAfter).put("archive_timestamp", archivedAt);
    state.put("locked", locked).put("create_timestamp", created);
    if (parent.kind() == ChannelKind.FORUM) {
      tags.forEach(wire.putArray("applied_tags")::add);
    }
  }
}
