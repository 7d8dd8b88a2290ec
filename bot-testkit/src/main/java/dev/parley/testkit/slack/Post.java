package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message that exists in a channel.
final class Post {
  private final ObjectNode wire;
  private final Set<String> pings = new LinkedHashSet<>();
  private final Set<String> unfurls = new LinkedHashSet<>();
  private final List<String> reactions = new ArrayList<>();
  private final StreamTasks tasks = new StreamTasks();
  private String markdown = "";
  private int edits;
  private @Nullable Instant streamEnds;
  private boolean streamed;
  private boolean deleted;

  Post(ObjectNode wire) {
    this.wire = wire;
  }

  ObjectNode wire() {
    return wire;
  }

  String ts() {
    return wire.path("ts").asText();
  }

  String threadTs() {
    return wire.path("thread_ts").asText("");
  }

  /// The root that replies to this message must name.
  String root() {
    return threadTs().isEmpty() ? ts() : threadTs();
  }

  String author() {
    return wire.path("user").asText();
  }

  boolean isReply() {
    return !threadTs().isEmpty() && !threadTs().equals(ts());
  }

  boolean isDeleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
    streamEnds = null;
  }

  String markdown() {
    return markdown;
  }

  StreamTasks tasks() {
    return tasks;
  }

  void show(PostContent content) {
    tasks.clear();
    markdown = content.markdown();
    wire.put("text", content.fallback());
    if (content.blocks().isEmpty()) {
      wire.remove("blocks");
    } else {
      wire.set("blocks", content.blocks());
    }
    pings.addAll(Pings.of(content));
    unfurls.addAll(content.unfurls());
  }

  void edit(PostContent content, String editor, String at) {
    show(content);
    edits++;
    wire.putObject("edited").put("user", editor).put("ts", at);
  }

  void beginStream(Instant ends) {
    streamed = true;
    streamEnds = ends;
  }

  boolean isStreaming(Instant now) {
    return streamEnds != null && now.isBefore(streamEnds);
  }

  boolean isUnfinished() {
    return streamEnds != null;
  }

  void append(String more) {
    markdown = markdown + more;
    wire.put("text", markdown);
    pings.addAll(Pings.inText(markdown, false));
  }

  /// Puts blocks below the streamed text.
  void addBlocks(ArrayNode blocks) {
    if (!blocks.isEmpty()) {
      wire.set("blocks", blocks);
      pings.addAll(Pings.of(new PostContent("", blocks, "", false, List.of())));
    }
  }

  void endStream() {
    streamEnds = null;
  }

  /// An expired stream looks unfinished for ever, until somebody edits or deletes the message.
  void expireStream() {
    if (streamEnds != null) {
      streamEnds = Instant.MIN;
    }
  }

  boolean react(String name) {
    return !reactions.contains(name) && reactions.add(name);
  }

  ShownMessage shown(String channel) {
    List<String> files = new ArrayList<>();
    wire.path("files").forEach(file -> files.add(file.path("name").asText()));
    return new ShownMessage(
        channel,
        ts(),
        threadTs(),
        author(),
        Words.of(wire, markdown),
        streamEnds == null,
        streamed,
        edits,
        List.copyOf(pings),
        List.copyOf(unfurls),
        List.copyOf(files),
        List.copyOf(reactions),
        tasks.lines(),
        tasks.plan(),
        wire.path("metadata").deepCopy(),
        wire.deepCopy());
  }
}
