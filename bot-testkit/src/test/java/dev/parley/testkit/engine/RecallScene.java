package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;

/// A bot whose model calls a tool when it is told to, and what came of that.
abstract class RecallScene {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  final Queue<ScriptedReply> replies = new ConcurrentLinkedQueue<>();
  Scene scene;
  BotInstance bot;

  final void open(Backing backing) {
    scene = new Scene(backing);
    bot = scene.bot();
    scene.model().answer(this::next);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private ScriptedReply next(ModelRequest request) {
    return Optional.ofNullable(replies.poll()).orElseGet(() -> ScriptedReply.saying("Fine."));
  }

  static Place room(Optional<String> thread) {
    return new Place(Said.tenant("T1"), "general", thread.map(MessageId::new), false);
  }

  final void ask(InboundMessage message) {
    bot.engine().onMessage(message);
    scene.awaitReply(message.id().value());
  }

  /// What the tool came to that the model calls in answer to this message.
  final ToolResult result(InboundMessage asked, String tool, ObjectNode arguments) {
    replies.add(ScriptedReply.saying().andCalling("1", tool, arguments));
    ask(asked);
    return results(
            scene.model().requests().reversed().stream()
                .filter(request -> request.messages().getLast() instanceof ModelMessage.FromTools)
                .findFirst()
                .orElseThrow())
        .getLast();
  }

  static List<ToolResult> results(ModelRequest request) {
    return request.messages().stream()
        .filter(ModelMessage.FromTools.class::isInstance)
        .flatMap(message -> ((ModelMessage.FromTools) message).answers().stream())
        .map(ModelMessage.Answered::result)
        .toList();
  }

  static JsonNode output(ToolResult result) {
    assertThat(result).isInstanceOf(ToolResult.Success.class);
    return ((ToolResult.Success) result).output();
  }
}
