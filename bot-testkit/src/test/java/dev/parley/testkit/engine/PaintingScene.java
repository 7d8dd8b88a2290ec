package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentRef;
import dev.parley.engine.EngineSettings;
import dev.parley.message.Reply;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/// What scenarios share in which a model of words has pictures made by a tool.
abstract class PaintingScene {
  static final String IMAGES = "gemini-9-image";
  static final AttachmentRef PHOTO = new AttachmentRef("F1", "photo.png", "image/png", 0, "x");
  static final BotOptions PAINTING = BotOptions.DEFAULTS.withPictures(IMAGES);
  static final BotOptions MORTAL =
      PAINTING.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

  Scene scene;
  final Deque<ScriptedReply> words = new ArrayDeque<>();
  final Deque<ScriptedReply> paintings = new ArrayDeque<>();
  final List<ModelRequest> painted = new ArrayList<>();

  final void open(Backing backing) {
    scene = new Scene(backing);
    scene.model().answer(this::answered);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  synchronized ScriptedReply answered(ModelRequest request) {
    if (request.model().equals(IMAGES)) {
      painted.add(request);
      return paintings.removeFirst();
    }
    return words.isEmpty() ? ScriptedReply.saying("Fine.") : words.removeFirst();
  }

  synchronized int paintedSoFar() {
    return painted.size();
  }

  static ObjectNode wish(String prompt, String... edit) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("prompt", prompt);
    for (String name : edit) {
      arguments.withArray("edit").add(name);
    }
    return arguments;
  }

  static ScriptedReply calling(ObjectNode arguments) {
    return ScriptedReply.saying().andCalling("1", "make_picture", arguments);
  }

  static ScriptedReply painting(AttachmentContent picture) {
    return ScriptedReply.saying().andPainting(picture);
  }

  Reply ask(BotInstance bot, String id) {
    bot.engine().onMessage(Scene.direct(id));
    return scene.awaitReply(id);
  }

  static ToolResult told(ModelRequest request) {
    return request.messages().getLast() instanceof ModelMessage.FromTools tools
        ? tools.answers().getLast().result()
        : new ToolResult.Failure("nothing was told");
  }

  ModelRequest lastInWords() {
    return scene.model().requests().stream()
        .filter(request -> !request.model().equals(IMAGES))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  static List<AttachmentContent> shown(ModelRequest request) {
    return request.messages().stream()
        .flatMap(
            message ->
                message instanceof ModelMessage.FromUser user
                    ? user.media().stream()
                    : Stream.<Media>empty())
        .map(Media::content)
        .toList();
  }

  static List<String> hashes(Reply reply) {
    return reply.files().stream().map(file -> file.file().sha256()).toList();
  }
}
