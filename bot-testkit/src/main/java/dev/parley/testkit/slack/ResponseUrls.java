package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The addresses by which the bot answers a command or a button, a few times and for a while.
final class ResponseUrls {
  private static final int MOST_USES = 5;

  private final SlackWorkspace workspace;
  private final Backstage backstage;
  private final Map<String, Ticket> tickets = new HashMap<>();

  ResponseUrls(SlackWorkspace workspace, Backstage backstage) {
    this.workspace = workspace;
    this.backstage = backstage;
  }

  synchronized String open(Target target) {
    String key = backstage.ids().id("R");
    Instant ends = backstage.ids().now().plus(backstage.rules().responseUrlLifetime());
    tickets.put(key, new Ticket(target, ends, 0));
    return backstage.address().url() + "/commands/" + workspace.id() + "/" + key;
  }

  /// Shows what was posted to an address; throws [SlackRefusedException].
  void use(String key, JsonNode body) {
    show(target(key), body);
  }

  private synchronized Target target(String key) {
    Ticket ticket = tickets.get(key);
    if (ticket == null || !backstage.ids().now().isBefore(ticket.ends())) {
      throw new SlackRefusedException("expired_url");
    }
    if (ticket.uses() == MOST_USES) {
      throw new SlackRefusedException("used_url");
    }
    tickets.put(key, new Ticket(ticket.target(), ticket.ends(), ticket.uses() + 1));
    return ticket.target();
  }

  /// Shows what an acknowledgement carried, which is JSON or plain text.
  void answered(Target target, String answer) {
    if (answer.isBlank()) {
      return;
    }
    boolean json = answer.stripLeading().startsWith("{");
    JsonNode body = json ? Json.parse(answer) : Json.object().put("text", answer);
    if (body.has("text") || body.has("blocks")) {
      show(target, body);
    }
  }

  private void show(Target target, JsonNode body) {
    synchronized (workspace) {
      boolean onOriginal = !target.original().isEmpty();
      if (onOriginal && body.path("delete_original").asBoolean()) {
        original(target).delete();
      } else if (onOriginal && body.path("replace_original").asBoolean()) {
        Post post = original(target);
        JsonNode before = post.wire().deepCopy();
        String at = backstage.ids().ts();
        post.edit(PostContent.ofResponse(body), workspace.botUserId(), at);
        workspace.announcer().changed(target.channel(), before, post.wire());
      } else if (body.path("response_type").asText().equals("in_channel")) {
        String thread = body.path("thread_ts").asText(target.threadTs());
        BotPosts.write(workspace, target.channel(), PostContent.ofResponse(body), thread);
      } else {
        whisper(target, body);
      }
    }
  }

  private Post original(Target target) {
    return target
        .channel()
        .find(target.original())
        .orElseThrow(() -> new SlackRefusedException("message_not_found"));
  }

  private void whisper(Target target, JsonNode body) {
    BotPosts.whisper(
        workspace,
        target.channel(),
        PostContent.ofResponse(body),
        target.user(),
        body.path("thread_ts").asText(target.threadTs()));
  }

  /// What an address answers to.
  ///
  /// @param threadTs the thread it was opened in, empty where it was in none
  /// @param original the message whose button was pressed, empty where it was none
  record Target(SlackChannel channel, String user, String threadTs, String original) {}

  private record Ticket(Target target, Instant ends, int uses) {}
}
