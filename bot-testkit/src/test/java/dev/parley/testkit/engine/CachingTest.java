package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ContextSettings;
import dev.parley.conversation.Setting;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Step;
import dev.parley.gemini.GeminiLanguageModel;
import dev.parley.gemini.GeminiSettings;
import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.model.CallMeter;
import dev.parley.secret.Secret;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("In a long conversation with Gemini")
@Timeout(120)
class CachingTest {
  private static final int TURNS = 120;
  private static final ContextSettings WINDOW = new ContextSettings(6_000, 3_000);
  private static final double LEAST_CACHED_PERCENT = 75;
  private static final String SUMMARISE = "Summarise";
  private static final String CODEWORD = "The codeword is heron.";

  /// What a prompt holds besides the turns: the instruction, the tools, a summary, the question.
  private static final int BESIDES = 600;

  private final GeminiProtocolServer server = GeminiProtocolServer.start(CachingTest::answer);
  private final GeminiLanguageModel gemini =
      GeminiLanguageModel.open(
          GeminiSettings.of(Secret.of("test-key")).withBaseUrl(server.uri()), CallMeter.FREE);
  private final MeteredModel model = new MeteredModel(gemini);
  private final Scene scene = new Scene(Backing.REDIS);

  @BeforeEach
  void converse() {
    scene
        .storage()
        .conversations()
        .override(place(), Said.author("Ada").id(), Setting.MODEL, "gemini-3.8-flash");
    BotInstance bot = scene.bot(BotOptions.DEFAULTS.with(WINDOW), model);
    for (int number = 0; number < TURNS; number++) {
      bot.engine().onMessage(question(number));
      String id = question(number).id().value();
      Awaitility.await()
          .atMost(Scene.PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> scene.wall().replyTo(id).isPresent());
    }
    bot.engine().drain();
  }

  @AfterEach
  void end() {
    scene.close();
    gemini.close();
    server.close();
  }

  private static Place place() {
    return Scene.direct("any").place();
  }

  /// A few sentences, and once a fact to remember.
  private static InboundMessage question(int number) {
    InboundMessage plain = Scene.direct("m" + number);
    String text =
        number == 3 ? CODEWORD : ("What about number " + number + " and all of it? ").repeat(6);
    return new InboundMessage(
        plain.id(),
        plain.place(),
        plain.author(),
        plain.addressing(),
        text,
        plain.sentAt(),
        plain.replyAddress());
  }

  /// A model that remembers the codeword in its summaries as long as it is told it.
  private static List<Step> answer(GeminiRequest request) {
    String text = request.lastUserText();
    String answer =
        request.system().startsWith(SUMMARISE)
            ? "They spoke of numbers. " + (text.contains(CODEWORD) ? CODEWORD : "")
            : "About that: " + "so be it. ".repeat(80);
    return List.of(Step.text(answer), Step.finish("STOP"));
  }

  @Test
  @DisplayName(
      "most of each prompt comes from the cache, none outgrows the window, "
          + "and what was said long ago is still known")
  void theCacheServesMost() {
    List<MeteredModel.Call> summaries =
        model.calls().stream().filter(CachingTest::isSummary).toList();
    List<MeteredModel.Call> answers =
        model.calls().stream().filter(call -> !isSummary(call)).toList();

    TokenUsage all = total(model.calls());
    TokenUsage answering = total(answers);
    System.out.printf(
        "caching: %d turns, %d summaries; of %d prompt tokens %.1f %% were cached "
            + "(%.1f %% of those for answers); the largest prompt had %d, the window %d%n",
        answers.size(),
        summaries.size(),
        all.prompt(),
        share(all),
        share(answering),
        largest(answers),
        WINDOW.mostTokens());

    assertThat(answers).hasSize(TURNS);
    assertThat(summaries).hasSizeGreaterThan(5);
    assertThat(share(all)).isGreaterThan(LEAST_CACHED_PERCENT);
    assertThat(largest(answers)).isLessThan(WINDOW.mostTokens() + BESIDES);
    assertThat(Scene.text(answers.getLast().request().messages().getFirst())).contains(CODEWORD);
    assertThat(summaries.subList(1, summaries.size()))
        .allSatisfy(
            call ->
                assertThat(Scene.text(call.request().messages().getFirst())).contains(CODEWORD));
  }

  private static boolean isSummary(MeteredModel.Call call) {
    return call.request().system().startsWith(SUMMARISE);
  }

  private static TokenUsage total(List<MeteredModel.Call> calls) {
    return calls.stream().map(MeteredModel.Call::usage).reduce(TokenUsage.NONE, TokenUsage::plus);
  }

  private static double share(TokenUsage usage) {
    return 100.0 * usage.cached() / usage.prompt();
  }

  private static int largest(List<MeteredModel.Call> calls) {
    return calls.stream().mapToInt(call -> call.usage().prompt()).max().orElseThrow();
  }
}
