package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.event.ReplyAddress;
import dev.parley.slack.workspace.Refusals;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/// Opens the ways to answer.
public final class Replies {
  /// A turn of another instance is taken over only after its lease ran out, so a message younger
  /// than this cannot have been answered elsewhere.
  private static final Duration SURELY_OURS = Duration.ofSeconds(2);

  private final Workspaces workspaces;
  private final HttpClient http;
  private final Rendering rendering;
  private final Clock clock;

  public Replies(Workspaces workspaces, HttpClient http, Rendering rendering, Clock clock) {
    this.workspaces = workspaces;
    this.http = http;
    this.rendering = rendering;
    this.clock = clock;
  }

  public ReplyChannel open(ReplyTarget target) {
    ReplyAddress address = ReplyAddress.of(target.message().replyAddress());
    TurnRef turn = target.turn();
    Workspace workspace = workspaces.of(turn.conversation().tenant().id());
    SlackApi api = workspace.api();
    Refusals refusals = workspace.refusals();
    AnswerCalls calls = new AnswerCalls(api, refusals, new Upload(workspace, http), address, turn);
    PostedParts posted =
        new PostedParts(
            calls,
            message -> isBeginning(workspace, target, message),
            target.again(),
            mayBeAnswered(target));
    LiveAnswer answer =
        new LiveAnswer(
            calls,
            rendering,
            new NativeStream(calls, refusals),
            new ReplyReference(target.reference(), target.keepReference()),
            posted);
    return new SlackReply(
        rendering,
        answer,
        posted,
        new AnswerFiles(turn, target.files()),
        new WorkStatus(api, refusals, address));
  }

  private boolean mayBeAnswered(ReplyTarget target) {
    Duration age = Duration.between(target.message().sentAt(), clock.instant());
    return target.reference().isPresent() || age.compareTo(SURELY_OURS) > 0;
  }

  /// A stream gets its mark at its end. One without it, in a place where one turn runs at a time,
  /// was begun for this turn; but for what an approved call came to, after whose question more than
  /// one answer of the bot's may be, such as that to the press.
  private static boolean isBeginning(Workspace workspace, ReplyTarget target, JsonNode message) {
    InboundMessage asked = target.message();
    boolean shared =
        asked
            .place()
            .conversation(SessionScope.USER, asked.author().id())
            .equals(target.turn().conversation());
    boolean approved = asked.wish() == Wish.RUN_TOOL;
    return !shared
        && !approved
        && message.path("metadata").isMissingNode()
        && !message.has("files")
        && message.path("bot_id").asText("?").equals(workspace.identity().bot());
  }
}
