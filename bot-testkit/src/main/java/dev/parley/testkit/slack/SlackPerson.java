package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/// Somebody who uses the workspace; each method is something that they do there.
public final class SlackPerson {
  /// What somebody is to the workspace.
  public enum Standing {
    MEMBER,
    ADMIN,
    GUEST,
    STRANGER
  }

  private final SlackWorkspace workspace;
  private final String id;
  private final String name;
  private final Standing standing;
  private final Gestures gestures;

  SlackPerson(SlackWorkspace workspace, String id, String name, Standing standing) {
    this.workspace = workspace;
    this.id = id;
    this.name = name;
    this.standing = standing;
    this.gestures = new Gestures(workspace, this);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  Standing standing() {
    return standing;
  }

  /// The workspace that they belong to.
  String teamId() {
    return standing == Standing.STRANGER ? "TSTRANGER" : workspace.id();
  }

  /// Joins a channel without a word.
  public void joins(String channel) {
    synchronized (workspace) {
      workspace.room(channel).members().add(id);
    }
  }

  public SaidMessage says(String channel, String text) {
    return send(channel, message(text));
  }

  /// Replies in a thread.
  public SaidMessage says(String channel, String text, String threadTs) {
    return send(channel, inThread(channel, message(text), threadTs));
  }

  /// Replies in a thread and shows it in the channel as well.
  public SaidMessage broadcasts(String channel, String text, String threadTs) {
    ObjectNode wire = inThread(channel, message(text), threadTs);
    return send(channel, wire.put("subtype", "thread_broadcast"));
  }

  /// Sends a message with files, in a thread unless that is empty.
  public SaidMessage shares(
      String channel, String text, String threadTs, List<SharedFile> attached) {
    ObjectNode wire = message(text);
    if (!threadTs.isEmpty()) {
      inThread(channel, wire, threadTs);
    }
    wire.put("subtype", "file_share").put("upload", false).put("display_as_bot", false);
    ArrayNode list = wire.putArray("files");
    attached.forEach(file -> list.add(workspace.files().keep(file, id)));
    return send(channel, wire);
  }

  private ObjectNode message(String text) {
    ObjectNode wire = Json.object().put("type", "message").put("user", id);
    wire.put("client_msg_id", UUID.randomUUID().toString()).put("text", text);
    wire.put("team", teamId());
    if (standing == Standing.STRANGER) {
      wire.put("user_team", teamId()).put("source_team", teamId());
    }
    return wire;
  }

  private ObjectNode inThread(String channel, ObjectNode wire, String threadTs) {
    synchronized (workspace) {
      String author =
          workspace
              .room(channel)
              .find(threadTs)
              .map(Post::author)
              .orElseThrow(
                  () -> new IllegalArgumentException("no message " + threadTs + " to reply to"));
      return wire.put("thread_ts", threadTs).put("parent_user_id", author);
    }
  }

  private SaidMessage send(String channel, ObjectNode wire) {
    synchronized (workspace) {
      SlackChannel room = workspace.room(channel);
      room.members().add(id);
      wire.put("ts", workspace.ids().ts());
      return workspace.say(room, new Post(wire));
    }
  }

  /// Changes what they said.
  public List<Delivery> edits(SaidMessage said, String text) {
    synchronized (workspace) {
      SlackChannel room = workspace.room(said.channel());
      Post post = mine(room, said);
      JsonNode before = post.wire().deepCopy();
      post.edit(PostContent.plain(text), id, workspace.ids().ts());
      return workspace.announcer().changed(room, before, post.wire());
    }
  }

  /// Takes back what they said; a root with replies leaves a tombstone.
  public List<Delivery> deletes(SaidMessage said) {
    synchronized (workspace) {
      SlackChannel room = workspace.room(said.channel());
      Post post = mine(room, said);
      if (room.thread(post.ts()).size() > 1) {
        return entomb(room, post);
      }
      post.delete();
      return workspace.announcer().deleted(room, post);
    }
  }

  private List<Delivery> entomb(SlackChannel room, Post post) {
    JsonNode before = post.wire().deepCopy();
    post.wire().put("subtype", "tombstone").put("user", "USLACKBOT").put("hidden", true);
    post.wire().put("text", "This message was deleted.");
    post.wire().remove(List.of("files", "client_msg_id"));
    return workspace.announcer().changed(room, before, post.wire());
  }

  private Post mine(SlackChannel room, SaidMessage said) {
    return room.find(said.ts())
        .filter(post -> post.author().equals(id))
        .orElseThrow(() -> new IllegalArgumentException(name + " did not say " + said.ts()));
  }

  /// Sends a slash command.
  ///
  /// @param command with its slash
  public Delivery commands(String channel, String command, String text) {
    return gestures.command(channel, command, text);
  }

  /// Presses a button of a message; throws `IllegalStateException` where they see no such button.
  public Delivery presses(String channel, String ts, String actionId) {
    return gestures.press(channel, ts, actionId, "");
  }

  /// Presses the button or chooses the option that has this value.
  public Delivery presses(String channel, String ts, String actionId, String value) {
    return gestures.press(channel, ts, actionId, value);
  }

  /// Presses a button, or chooses the option with this value, in their App Home.
  public Delivery pressesAtHome(String actionId, String value) {
    return gestures.pressAtHome(actionId, value);
  }

  /// Chooses a message shortcut from a message's menu.
  public Delivery uses(String callbackId, String channel, String ts) {
    return gestures.shortcut(callbackId, channel, ts);
  }

  /// Submits the dialog on top.
  ///
  /// @param values `state.values`: by block id, then by action id
  public Delivery submits(JsonNode values) {
    return gestures.submit(values);
  }

  /// Looks at the app.
  ///
  /// @param tab `home` or `messages`
  public Delivery opensApp(String tab) {
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", id);
    event.put("channel", workspace.dm(this)).put("tab", tab);
    if (tab.equals("home")) {
      workspace.views().home(this).ifPresent(view -> event.set("view", view));
    }
    return workspace.announcer().event(event);
  }

  /// Presses Slack's own stop button of a thread; its running streams end.
  public Delivery stops(String channel, String threadTs) {
    ObjectNode event = Json.object().put("type", "agent_session_stopped").put("user", id);
    event.put("channel", channel).put("thread_ts", threadTs);
    ArrayNode streams = event.putArray("streaming_message_ts");
    synchronized (workspace) {
      for (Post post : workspace.room(channel).thread(threadTs)) {
        if (post.isUnfinished()) {
          post.endStream();
          streams.add(post.ts());
        }
      }
    }
    return workspace.announcer().event(event);
  }
}
