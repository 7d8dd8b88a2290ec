package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import dev.parley.gemini.GeminiLanguageModel;
import dev.parley.gemini.GeminiSettings;
import dev.parley.message.Reply;
import dev.parley.model.LanguageModel;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaListener;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.redis.RedisStore;
import dev.parley.secret.Secret;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.inbox.RedisStorage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedResponder;
import dev.parley.tool.ToolEffect;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Rates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Each round with tools")
@Timeout(90)
class ToolRoundsCostTest {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static final String MODEL = "gemini-3.8-flash";
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Price PRICE =
      new Price(MODEL, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(750, 3_750))));
  private static final QuotaListener NOBODY =
      new QuotaListener() {
        @Override
        public void crossed(Payer payer, Crossing crossing) {}

        @Override
        public void refused(Payer payer, Refusal why) {}

        @Override
        public void underestimated(String model) {}
      };

  private final ScriptedResponder gemini = new ScriptedResponder();
  private final GeminiProtocolServer server = GeminiProtocolServer.start(gemini);
  private final RedisStore store =
      RedisStore.open(REDIS.settings().withPrefix("p" + UUID.randomUUID()));
  private final FakeWall wall = new FakeWall();
  private final ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");
  private final List<AutoCloseable> open = new ArrayList<>(List.of(store, server));

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private BotInstance bot(String... rules) {
    Clock clock = Clock.systemUTC();
    QuotaSettings settings =
        new QuotaSettings(
            Stream.of(rules).map(line -> QuotaLine.read(line).orElseThrow()).toList(),
            ZoneOffset.UTC,
            Map.of(),
            false);
    GeminiLanguageModel model =
        GeminiLanguageModel.open(
            GeminiSettings.of(Secret.of("test-key")).withBaseUrl(server.uri()),
            new QuotaMeter(
                new PriceList(List.of(PRICE)),
                new CurrentRules(settings, store.quotaBook(), clock),
                store.reservations(KEPT),
                settings,
                NOBODY,
                clock));
    open.add(model);
    LanguageModel priced = request -> model.stream(request.withModel(MODEL));
    BotInstance bot =
        BotInstance.start(new RedisStorage(store), wall, priced, ToolScene.UNASKED.with(send));
    open.add(bot);
    return bot;
  }

  private Reply ask(BotInstance bot) {
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> wall.replyTo("m1").isPresent());
    return wall.replyTo("m1").orElseThrow();
  }

  private List<LedgerEntry> rows() {
    List<LedgerEntry> rows = new ArrayList<>();
    Instant now = Instant.now();
    store
        .ledger()
        .rows(
            new LedgerQuery(Said.tenant("T1"), Optional.empty(), now.minus(KEPT), now.plus(KEPT)),
            rows::add);
    return rows;
  }

  private void callsWith(String words) {
    gemini.next(
        Step.text(words),
        new Step.Chunk(
            List.of(
                Parts.signed(
                    Parts.functionCall("send", JsonNodeFactory.instance.objectNode()), "sealed"))),
        Step.finish("STOP"));
  }

  @Test
  @DisplayName("is booked by itself, with the results of the one before in its prompt")
  void eachIsBooked() {
    callsWith("Sending it.");
    gemini.next(Step.text("It is sent."), Step.finish("STOP"));

    Reply reply = ask(bot());

    assertThat(reply.markdown()).isEqualTo("Sending it.\n\nIt is sent.");
    List<LedgerEntry> rows = rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.getLast().usage().prompt()).isGreaterThan(rows.getFirst().usage().prompt());
    assertThat(rows).allMatch(LedgerEntry::exact);
  }

  @Test
  @DisplayName(
      "is reserved by itself: where there is no more to spend, what is there is the answer")
  void eachIsReserved() {
    callsWith("very ".repeat(1_500));

    Reply reply = ask(bot("each user: 3000 tokens per day"));

    assertThat(reply.markdown())
        .startsWith("very very")
        .contains("The answer ends here.", "3,000 tokens per day", "Before this, send ran.");
    assertThat(gemini.requests()).hasSize(1);
    assertThat(rows()).hasSize(1);
    assertThat(send.runs()).isEqualTo(1);
  }
}
