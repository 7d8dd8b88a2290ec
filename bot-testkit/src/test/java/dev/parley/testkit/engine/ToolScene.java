package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Turn;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.NamePattern;
import dev.parley.tool.ToolAudience;
import dev.parley.tool.ToolPolicy;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/// What scenarios share in which the model calls tools.
abstract class ToolScene {
  /// Instances whose tools run without asking anybody first.
  static final BotOptions UNASKED =
      BotOptions.DEFAULTS.with(
          new ToolPolicy(
              List.of(
                  new ToolRule(
                      List.of(new NamePattern("*")),
                      ToolAudience.ALL,
                      Optional.empty(),
                      Optional.of(ToolRule.Approval.NEVER),
                      Set.of()))));

  /// Instances that are not waited for at their end.
  static final BotOptions HURRIED =
      UNASKED.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

  Scene scene;

  final void open(Backing backing) {
    scene = new Scene(backing);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /// A round in which the model calls these tools.
  static ScriptedReply calling(String... tools) {
    ScriptedReply reply = ScriptedReply.saying();
    for (int number = 0; number < tools.length; number++) {
      reply = reply.andCalling("c" + number, tools[number], JsonNodeFactory.instance.objectNode());
    }
    return reply;
  }

  static String[] times(int count, String tool) {
    return IntStream.range(0, count).mapToObj(_ -> tool).toArray(String[]::new);
  }

  Reply ask(BotInstance bot, String id) {
    bot.engine().onMessage(Scene.direct(id));
    return scene.awaitReply(id);
  }

  TurnRef turn(String id) {
    InboundMessage message = Scene.direct(id);
    return new TurnRef(
        message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
  }

  Requester asker() {
    return Said.by("Ada");
  }

  /// What the conversation remembers of its latest turn.
  Turn remembered() {
    return scene.storage().conversations().read(turn("m1").conversation()).turns().getLast();
  }

  ModelRequest lastRequest() {
    return scene.model().requests().getLast();
  }

  /// The results that the model was given last.
  List<ToolResult> told() {
    return results(lastRequest().messages());
  }

  static List<ToolResult> results(List<ModelMessage> messages) {
    return messages.stream()
        .filter(ModelMessage.FromTools.class::isInstance)
        .map(ModelMessage.FromTools.class::cast)
        .reduce((_, last) -> last)
        .map(tools -> tools.answers().stream().map(ModelMessage.Answered::result).toList())
        .orElse(List.of());
  }
}
