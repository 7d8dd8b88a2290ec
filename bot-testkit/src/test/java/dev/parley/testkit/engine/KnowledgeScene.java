package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.consultation.Consultant;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.knowledge.KnownPassages;
import dev.parley.tool.ToolSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A bot with documents: Ada asks, and Ben reads it in channels.
abstract class KnowledgeScene {
  static final String LEAVE = "Everybody has thirty days of holiday each year.";
  static final String SECRET = "The merger closes in holiday season, in March.";
  static final DocumentAudience ADA =
      DocumentAudience.of(AudienceTerm.person(Said.author("Ada").id()));
  static final Place DIRECT = new Place(Said.tenant("T1"), "dm", Optional.empty(), true);

  final KnownPassages base = new KnownPassages(Said.tenant("T1"));
  final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(Backing.MEMORY);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  void knows(String title, DocumentAudience audience, String text) {
    base.with(title, "https://example.org/" + title, audience, text);
    base.documents()
        .forEach(
            document ->
                store.publish(document, List.of(), new KnowledgeStore.Limits(100, 1_000_000)));
  }

  /// What everybody may know of holidays.
  void knowsLeave() {
    knows("Handbook", DocumentAudience.EVERYONE, LEAVE);
  }

  String mark(String text) {
    return base.passage(text).mark();
  }

  Consultant consultant(WhenNothingFits mode) {
    return consultant(base, mode);
  }

  Consultant consultant(KnowledgeBase finding, WhenNothingFits mode) {
    return new Consultant(
        finding, store, new Reading(), new Consultant.Terms(500, mode), Clock.systemUTC());
  }

  BotOptions options(WhenNothingFits mode) {
    return BotOptions.DEFAULTS.with(consultant(mode));
  }

  BotInstance bot() {
    return scene.bot(options(WhenNothingFits.ANSWER));
  }

  BotInstance strictBot() {
    return scene.bot(options(WhenNothingFits.SAY_SO));
  }

  /// Instances that are not waited for at their end.
  BotOptions hurried() {
    return options(WhenNothingFits.ANSWER)
        .with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));
  }

  static InboundMessage message(String id, Place place, String text) {
    return new InboundMessage(
        new MessageId(id),
        place,
        Said.author("Ada"),
        place.direct() ? Addressing.DIRECT : Addressing.MENTION,
        text,
        Said.THEN,
        "answer here: " + id);
  }

  Reply ask(BotInstance bot, String id, String text) {
    return ask(bot, message(id, DIRECT, text));
  }

  Reply ask(BotInstance bot, InboundMessage message) {
    bot.engine().onMessage(message);
    return scene.awaitReply(message.id().value());
  }

  ModelRequest lastRequest() {
    return scene.model().requests().getLast();
  }

  static List<String> texts(ModelRequest request) {
    return request.messages().stream().map(Scene::text).toList();
  }

  static List<String> tools(ModelRequest request) {
    return request.tools().stream().map(ToolSpec::name).toList();
  }

  static JsonNode query(String words) {
    return JsonNodeFactory.instance.objectNode().put("query", words);
  }

  /// What the tools told in the last request.
  String toldByTools() {
    return lastRequest().messages().stream()
        .filter(ModelMessage.FromTools.class::isInstance)
        .map(Scene::text)
        .reduce("", String::concat);
  }

  String streamed(String id) {
    return String.join("", scene.wall().deltas(id));
  }
}
