package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import dev.parley.demo.protocol.ProtocolError;
import dev.parley.gemini.EmbeddingSettings;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Each request for vectors")
@Timeout(60)
class GeminiEmbeddingMeterTest {
  private static final String MODEL = "gemini-embedding-2";
  private static final String TEXT = "ein schöner Tag ".repeat(20);

  private GeminiBench bench;
  private ScriptedEmbeddings gemini;
  private RecordingMeter meter;

  private Embedder embedder(int calls) {
    meter = new RecordingMeter(calls);
    bench = GeminiBench.start(meter);
    gemini = bench.gemini.embeddings();
    return bench.model.embedder(EmbeddingSettings.of(MODEL, 128));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static List<TitledText> passages(int count) {
    return IntStream.range(0, count).mapToObj(at -> new TitledText("Title", TEXT + at)).toList();
  }

  @Test
  @DisplayName("is reserved before with more tokens than it can take, and no answer's")
  void reserved() {
    embedder(9).passages(passages(2), ModelRequests.asking("").booking());

    CallBid bid = assertThat(meter.bids()).singleElement().actual();
    assertThat(bid.model()).isEqualTo(MODEL);
    assertThat(bid.booking().purpose()).isEqualTo(Purpose.EMBEDDING);
    assertThat(bid.mostPromptTokens()).isBetween(2 * 340L, 2 * 420L);
    assertThat(bid.mostOutputTokens()).isZero();
    assertThat(bid.leastOutputTokens()).isZero();
  }

  @Test
  @DisplayName("is booked with what Gemini says that it took")
  void told() {
    embedder(9).passages(passages(2), EmbedderContract.BOOKING);

    TokenUsage usage = assertThat(meter.taken()).singleElement().actual();
    assertThat(usage.prompt()).isBetween(100, 300);
    assertThat(usage.completion()).isZero();
    assertThat(bench.gemini.countings()).isEmpty();
  }

  @Test
  @DisplayName("is booked with what Gemini counts, where it does not say")
  void counted() {
    Embedder embedder = embedder(9);
    gemini.tellNoUsage();

    embedder.passages(passages(2), EmbedderContract.BOOKING);

    assertThat(bench.gemini.countings())
        .singleElement()
        .hasFieldOrPropertyWithValue("model", MODEL);
    assertThat(meter.taken()).isEmpty();
    assertThat(meter.brokenOff())
        .singleElement()
        .satisfies(usage -> assertThat(usage.prompt()).isBetween(100, 300));
  }

  @Test
  @DisplayName("is booked with its worst case, where Gemini does not count either")
  void neither() {
    Embedder embedder = embedder(9);
    gemini.tellNoUsage();
    bench.gemini.refuseToCount(ProtocolError.of(503, "scripted"));

    embedder.passages(passages(2), EmbedderContract.BOOKING);

    assertThat(meter.brokenOff()).containsExactly(TokenUsage.NONE);
  }

  @Test
  @DisplayName("is booked although its answer is wrong")
  void wrong() {
    Embedder embedder = embedder(9);
    gemini.spoil(answer -> answer.putArray("embeddings"));

    assertThatThrownBy(() -> embedder.passages(passages(2), EmbedderContract.BOOKING))
        .hasMessageContaining("0 vectors for 2 texts");

    assertThat(meter.taken()).hasSize(1);
  }

  @Test
  @DisplayName("is not booked where Gemini refuses it, and booked where it is made again")
  void again() {
    Embedder embedder = embedder(9);
    gemini.failNext(ProtocolError.of(503, "scripted"));

    embedder.question("Where?", EmbedderContract.BOOKING);

    assertThat(meter.bids()).hasSize(2);
    assertThat(meter.unbilled()).isEqualTo(1);
    assertThat(meter.taken()).hasSize(1);
  }

  @Test
  @DisplayName("is not made where there is no room for it, though others before it were")
  void refusedMidway() {
    Embedder embedder = embedder(2);

    assertThatThrownBy(() -> embedder.passages(passages(700), EmbedderContract.BOOKING))
        .isInstanceOfSatisfying(
            ModelUnaffordableException.class,
            e -> assertThat(e.refusal()).isEqualTo(new RecordingMeter.Enough()));

    assertThat(gemini.batches()).hasSizeLessThanOrEqualTo(2);
    assertThat(meter.taken().size() + meter.brokenOff().size() + meter.unbilled())
        .isLessThanOrEqualTo(2);
  }

  @Test
  @DisplayName("can be counted before, where its bound leaves no room")
  void closer() {
    List<Long> counted = new ArrayList<>();
    bench =
        GeminiBench.start(
            bid -> {
              counted.add(bid.count().mostPromptTokens().orElseThrow());
              return CallMeter.FREE.begin(bid);
            });

    bench
        .model
        .embedder(EmbeddingSettings.of(MODEL, 128))
        .passages(passages(2), EmbedderContract.BOOKING);

    assertThat(counted).singleElement(LONG).isBetween(160L, 250L);
  }

  @Test
  @DisplayName("waits for those beside it, where there is room for one of them only")
  void oneAtATime() {
    Semaphore room = new Semaphore(1);
    RecordingMeter recorded = new RecordingMeter(Integer.MAX_VALUE);
    bench =
        GeminiBench.start(
            bid ->
                room.tryAcquire()
                    ? new CallMeter.Admission.Admitted(releasing(recorded, bid, room))
                    : new CallMeter.Admission.Refused(new RecordingMeter.Enough()));

    int vectors =
        bench
            .model
            .embedder(EmbeddingSettings.of(MODEL, 128))
            .passages(passages(700), EmbedderContract.BOOKING)
            .size();

    assertThat(vectors).isEqualTo(700);
    assertThat(recorded.taken()).hasSizeGreaterThan(3);
  }

  private static CallMeter.Call releasing(CallMeter meter, CallBid bid, Semaphore room) {
    CallMeter.Call call = ((CallMeter.Admission.Admitted) meter.begin(bid)).call();
    return new CallMeter.Call() {
      @Override
      public int mostOutputTokens() {
        return call.mostOutputTokens();
      }

      @Override
      public void took(TokenUsage usage) {
        call.took(usage);
        room.release();
      }

      @Override
      public void brokeOff(TokenUsage lastSeen) {
        call.brokeOff(lastSeen);
        room.release();
      }

      @Override
      public void notBilled() {
        call.notBilled();
        room.release();
      }
    };
  }
}
