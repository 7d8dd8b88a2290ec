package dev.parley.testkit.engine;

import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.inbox.Storage;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/// A storage, a wall, a model and the bots of one scenario.
final class Scene implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Backing.Opened opened;
  private final FakeWall wall = new FakeWall();
  private final ScriptedModel model = ScriptedModel.answering(Scene::echo);
  private final List<BotInstance> bots = new ArrayList<>();

  Scene(Backing backing) {
    opened = backing.open();
  }

  /// By default the model repeats the last thing it was told.
  private static ScriptedReply echo(ModelRequest request) {
    return ScriptedReply.saying("re: ", last(request));
  }

  static String last(ModelRequest request) {
    return request.messages().getLast() instanceof ModelMessage.FromUser user ? user.text() : "?";
  }

  static String text(ModelMessage message) {
    return switch (message) {
      case ModelMessage.FromUser user -> user.text();
      case ModelMessage.FromModel said -> said.content().json();
      case ModelMessage.SaidByModel said -> said.text();
      case ModelMessage.FromTools tools -> tools.answers().toString();
    };
  }

  BotInstance bot() {
    return bot(BotOptions.DEFAULTS);
  }

  BotInstance bot(BotOptions options) {
    return bot(options, model);
  }

  BotInstance bot(BotOptions options, LanguageModel brain) {
    BotInstance bot = BotInstance.start(opened.storage(), wall, brain, options);
    bots.add(bot);
    return bot;
  }

  Storage storage() {
    return opened.storage();
  }

  FakeWall wall() {
    return wall;
  }

  ScriptedModel model() {
    return model;
  }

  static InboundMessage direct(String id) {
    Place place = new Place(Said.tenant("T1"), "dm", Optional.empty(), true);
    return Said.message(id, place, "Ada");
  }

  Reply awaitReply(String messageId) {
    await(() -> wall.replyTo(messageId).isPresent());
    return wall.replyTo(messageId).orElseThrow();
  }

  static void await(BooleanSupplier condition) {
    Awaitility.await().atMost(PATIENCE).until(condition::getAsBoolean);
  }

  @Override
  public void close() {
    bots.forEach(BotInstance::close);
    opened.end().run();
  }
}
