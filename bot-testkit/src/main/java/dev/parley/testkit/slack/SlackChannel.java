package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A conversation of a workspace, with all that was said in it.
final class SlackChannel {
  /// What sort of conversation it is; events carry the lower-case name.
  enum Kind {
    CHANNEL,
    GROUP,
    IM,
    MPIM
  }

  private final String id;
  private final String name;
  private final Kind kind;
  private final Set<String> members = new LinkedHashSet<>();
  private final TreeMap<String, Post> posts = new TreeMap<>();
  private final List<EphemeralMessage> ephemerals = new ArrayList<>();
  private boolean archived;
  private boolean shared;

  SlackChannel(String id, String name, Kind kind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  String type() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  Set<String> members() {
    return members;
  }

  boolean isArchived() {
    return archived;
  }

  void archive() {
    archived = true;
  }

  boolean isShared() {
    return shared;
  }

  void share() {
    shared = true;
  }

  void add(Post post) {
    posts.put(post.ts(), post);
  }

  Optional<Post> find(String ts) {
    return Optional.ofNullable(posts.get(ts)).filter(post -> !post.isDeleted());
  }

  /// All that is there, oldest first.
  List<Post> posts() {
    return posts.values().stream().filter(post -> !post.isDeleted()).toList();
  }

  /// A thread's root and replies, oldest first.
  List<Post> thread(String root) {
    return posts().stream().filter(post -> post.root().equals(root)).toList();
  }

  /// What shows outside of threads, oldest first.
  List<Post> surface() {
    return posts().stream()
        .filter(
            post ->
                !post.isReply() || post.wire().path("subtype").asText().equals("thread_broadcast"))
        .toList();
  }

  List<EphemeralMessage> ephemerals() {
    return ephemerals;
  }

  /// Updates what a thread's root says of its replies.
  void countReplies(String root) {
    Optional<Post> first = find(root);
    List<Post> replies = thread(root).stream().filter(Post::isReply).toList();
    if (first.isPresent() && !replies.isEmpty()) {
      ObjectNode wire = first.get().wire();
      wire.put("thread_ts", root);
      wire.put("reply_count", replies.size());
      wire.put("latest_reply", replies.getLast().ts());
    }
  }
}
