package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.NamePattern;
import dev.parley.tool.ToolAudience;
import dev.parley.tool.ToolPolicy;
import dev.parley.tool.ToolRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/// A bot that may send mails, which it asks about first.
abstract class ApprovalScene {
  static final JsonNode TO_ANN = SendingTool.to("ann@example.org");
  static final JsonNode TO_BEN = SendingTool.to("ben@example.org");

  Scene scene;
  SendingTool tool;

  final void open(Backing backing) {
    scene = new Scene(backing);
    tool = new SendingTool();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  BotOptions options() {
    return BotOptions.DEFAULTS.with(List.of(tool));
  }

  static BotOptions ruled(BotOptions options, ToolRule rule) {
    return options.with(new ToolPolicy(List.of(rule)));
  }

  static ToolRule rule(Optional<Boolean> allow, Set<String> approvers) {
    return new ToolRule(
        List.of(new NamePattern("send_*")), ToolAudience.ALL, allow, Optional.empty(), approvers);
  }

  /// Ada asks, and the model wants to send mail to all of these.
  Reply asked(BotInstance bot, JsonNode... mails) {
    ScriptedReply calls = ScriptedReply.saying();
    for (JsonNode mail : mails) {
      calls = calls.andCalling("call-" + mail, SendingTool.NAME, mail);
    }
    scene.model().next(calls);
    scene.model().next(ScriptedReply.saying("I will write to them."));
    bot.engine().onMessage(Said.message("m1"));
    return scene.awaitReply("m1");
  }

  ModelRequest request() {
    return scene.model().requests().getLast();
  }

  String tells(Reply asking) {
    return scene.awaitReply(Pressing.turn(asking, "Approve")).markdown();
  }

  static TurnRef turn(String id) {
    InboundMessage message = Said.message(id);
    return new TurnRef(
        message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
  }
}
