package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandInvocation;
import dev.parley.conversation.ContextSettings;
import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("What the bot remembers and how it behaves")
@Timeout(60)
class MemoryTest {
  @Parameter Backing backing;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(backing);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("is what was said in the conversation, and nothing of others")
  void isTheConversation() {
    BotInstance bot = scene.bot();
    say(bot, Scene.direct("m1"));
    say(bot, Said.message("other"));

    say(bot, Scene.direct("m2"));

    assertThat(texts(lastRequest())).hasSize(3).startsWith("text of m1").endsWith("text of m2");
  }

  @Test
  @DisplayName("in a group includes who said what; alone with one person, names are left out")
  void includesNames() {
    BotInstance bot = scene.bot();

    say(bot, Said.message("m1"));
    say(bot, Said.message("m2", Said.channel("general"), "Bob"));

    assertThat(texts(lastRequest()).getFirst()).isEqualTo("Ada: text of m1");
    assertThat(texts(lastRequest()).getLast()).isEqualTo("Bob: text of m2");
    assertThat(lastRequest().system()).startsWith("You are a test.").contains("name and a colon");
  }

  @Test
  @DisplayName("in a thread begins with the exchange that the thread hangs from")
  void beginsWithItsExchange() {
    BotInstance bot = scene.bot();
    say(bot, Said.message("m1"));
    say(bot, Said.message("m2"));

    say(bot, Said.message("m3", Said.thread("general", "m1"), "Bob"));
    say(bot, Said.message("m4", Said.thread("general", "m1"), "Bob"));

    assertThat(texts(lastRequest()))
        .filteredOn(text -> text.contains("text of"))
        .anySatisfy(text -> assertThat(text).isEqualTo("Ada: text of m1"))
        .noneSatisfy(text -> assertThat(text).isEqualTo("Ada: text of m2"));
    assertThat(texts(lastRequest())).contains("Bob: text of m3").endsWith("Bob: text of m4");
  }

  @Test
  @DisplayName("is forgotten by a reset, also what a running turn was about to add")
  void isForgotten() {
    CountDownLatch gate = new CountDownLatch(1);
    BotInstance bot = scene.bot();
    say(bot, Scene.direct("m1"));
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("before the reset"));
    bot.engine().onMessage(Scene.direct("m2"));
    Scene.await(() -> scene.model().requests().size() == 2);

    Reply reply = bot.engine().onCommandLine("/session reset", by(Scene.direct("x").place(), true));
    gate.countDown();
    scene.awaitReply("m2");
    say(bot, Scene.direct("m3"));

    assertThat(reply.markdown()).contains("Forgotten");
    assertThat(texts(lastRequest())).containsExactly("text of m3");
  }

  @Test
  @DisplayName("can be set for a place by those who manage it")
  void canBeSet() {
    BotInstance bot = scene.bot();
    Place place = Scene.direct("x").place();

    Reply refused = bot.engine().onCommandLine("/settings set model model-2", by(place, false));
    Reply unknown = bot.engine().onCommandLine("/settings set model model-9", by(place, true));
    bot.engine().onCommandLine("/settings set model model-2", by(place, true));
    bot.engine().onCommandLine("/settings set persona You are a pirate.  Arr!", by(place, true));
    bot.engine().onCommandLine("/settings set language German", by(place, true));
    say(bot, Scene.direct("m1"));

    assertThat(refused.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(unknown.markdown()).contains("model-1, model-2");
    assertThat(lastRequest().model()).isEqualTo("model-2");
    assertThat(lastRequest().system()).contains("You are a pirate.  Arr!", "German");
    assertThat(bot.engine().onCommandLine("/settings show", by(place, false)).markdown())
        .contains("model-2 (set here)", "**scope**: thread (default)");
  }

  @Test
  @DisplayName("is each person's own where the scope is set so, until it is set back")
  void canBeEachPersonsOwn() {
    BotInstance bot = scene.bot();
    Place place = Said.channel("general");
    bot.engine().onCommandLine("/settings set scope user", by(place, true));

    say(bot, Said.message("m1"));
    say(bot, Said.message("m2", place, "Bob"));
    assertThat(texts(lastRequest())).containsExactly("Bob: text of m2");
    bot.engine().onCommandLine("/settings reset scope", by(place, true));
    say(bot, Said.message("m3", place, "Bob"));

    assertThat(texts(lastRequest())).containsExactly("Bob: text of m3");
  }

  @Test
  @DisplayName(
      "loses its oldest turns in one block when it grows too long, and keeps their summary")
  void isSummarised() {
    BotInstance bot = scene.bot(BotOptions.DEFAULTS.with(new ContextSettings(150, 60)));
    scene
        .model()
        .answer(
            request ->
                request.system().startsWith("Summarise")
                    ? ScriptedReply.saying("They greeted each other.")
                    : ScriptedReply.saying("re: ", Scene.last(request)));

    for (int number = 0; number < 20; number++) {
      say(bot, Scene.direct("m" + number));
    }

    List<ModelRequest> asked =
        scene.model().requests().stream()
            .filter(request -> !request.system().startsWith("Summarise"))
            .toList();
    assertThat(texts(asked.getLast()).getFirst()).endsWith("They greeted each other.");
    long newBeginnings =
        asked.stream()
            .map(
                request ->
                    texts(request).getFirst()
                        + texts(request).get(Math.min(1, texts(request).size() - 1)))
            .distinct()
            .count();
    assertThat(newBeginnings).as("distinct beginnings of 20 prompts").isLessThanOrEqualTo(12);
    assertThat(asked).allSatisfy(request -> assertThat(texts(request).size()).isLessThan(24));
  }

  @Test
  @DisplayName("is told by /session show, and /help lists what there is")
  void isTold() {
    BotInstance bot = scene.bot();
    Place place = Scene.direct("x").place();
    say(bot, Scene.direct("m1"));

    Reply session = bot.engine().onCommandLine("/session show", by(place, false));
    Reply help = bot.engine().onCommandLine("/help", by(place, false));
    Reply incomplete = bot.engine().onCommandLine("/session", by(place, false));
    Reply unknown = bot.engine().onCommandLine("/nonsense", by(place, false));

    assertThat(session.markdown()).contains("1 exchange is remembered", "`model-1`");
    assertThat(help.markdown()).contains("`/session reset`", "`/settings set <setting> <value>`");
    assertThat(incomplete.markdown()).contains("`/session show`", "`/session reset`");
    assertThat(unknown.markdown()).contains("`/help`");
  }

  private void say(BotInstance bot, InboundMessage message) {
    bot.engine().onMessage(message);
    scene.awaitReply(message.id().value());
  }

  private ModelRequest lastRequest() {
    return scene.model().requests().getLast();
  }

  private static List<String> texts(ModelRequest request) {
    return request.messages().stream().map(Scene::text).toList();
  }

  private static CommandInvocation by(Place place, boolean manager) {
    return new CommandInvocation(List.of(), Map.of(), place, Said.author("Ada"), manager);
  }
}
