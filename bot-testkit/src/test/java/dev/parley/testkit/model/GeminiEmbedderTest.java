package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.gemini.EmbeddingSettings;
import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("For vectors, Gemini")
@Timeout(60)
class GeminiEmbedderTest {
  private static final String LATER = "gemini-embedding-2";
  private static final String FIRST = "gemini-embedding-001";
  private static final Booking BOOKING = EmbedderContract.BOOKING;

  private final GeminiBench bench = GeminiBench.start();
  private final ScriptedEmbeddings gemini = bench.gemini.embeddings();

  @AfterEach
  void stop() {
    bench.close();
  }

  private Embedder embedder(String model) {
    return bench.model.embedder(EmbeddingSettings.of(model, 128));
  }

  private static TitledText passage(String text) {
    return new TitledText("", text);
  }

  private static List<TitledText> passages(int count, String text) {
    return IntStream.range(0, count).mapToObj(at -> passage(text + at)).toList();
  }

  private JsonNode sent() {
    return assertThat(gemini.texts()).singleElement().actual();
  }

  private static String text(JsonNode sent) {
    return sent.at("/content/parts/0/text").asText();
  }

  @Nested
  @DisplayName("is told what texts are for")
  class ToldWhatFor {
    @Test
    @DisplayName("by words before a question, where the model is the second or a later one")
    void laterQuestion() {
      embedder("gemini-embedding-9").question("Where is it?", BOOKING);

      assertThat(text(sent())).isEqualTo("task: search result | query: Where is it?");
      assertThat(sent().has("taskType")).isFalse();
      assertThat(sent().path("model").asText()).isEqualTo("models/gemini-embedding-9");
      assertThat(sent().path("outputDimensionality").asInt()).isEqualTo(128);
    }

    @Test
    @DisplayName("by words before a passage with its title, and without one")
    void laterPassages() {
      embedder(LATER)
          .passages(List.of(new TitledText(" Two\nlines ", "Here."), passage("There.")), BOOKING);

      assertThat(gemini.texts())
          .extracting(GeminiEmbedderTest::text)
          .containsExactly("title: Two lines | text: Here.", "title: none | text: There.");
      assertThat(gemini.batches()).hasSize(1);
    }

    @Test
    @DisplayName("by a field with a question, where the model is the first one")
    void firstQuestion() {
      embedder(FIRST).question("Where is it?", BOOKING);

      assertThat(text(sent())).isEqualTo("Where is it?");
      assertThat(sent().path("taskType").asText()).isEqualTo("RETRIEVAL_QUERY");
      assertThat(sent().has("title")).isFalse();
    }

    @Test
    @DisplayName("by fields with passages, each with its own title")
    void firstPassages() {
      embedder(FIRST)
          .passages(List.of(new TitledText("Title", "Here."), passage("There.")), BOOKING);

      assertThat(gemini.texts())
          .extracting(GeminiEmbedderTest::text)
          .containsExactly("Here.", "There.");
      assertThat(gemini.texts())
          .extracting(sent -> sent.path("taskType").asText())
          .containsOnly("RETRIEVAL_DOCUMENT");
      assertThat(gemini.texts())
          .extracting(sent -> sent.path("title").asText("no title"))
          .containsExactly("Title", "no title");
    }
  }

  @Test
  @DisplayName("is named by the space of its vectors")
  void space() {
    assertThat(embedder(LATER).space()).isEqualTo(new VectorSpace(LATER, 128));
  }

  @Test
  @DisplayName("is given a hundred texts with a request at most")
  void hundred() {
    embedder(LATER).passages(passages(201, "Text "), BOOKING);

    assertThat(gemini.batches())
        .extracting(batch -> batch.body().path("requests").size())
        .containsExactlyInAnyOrder(100, 100, 1);
  }

  @Test
  @DisplayName("is given few long texts with a request")
  void longTexts() {
    embedder(LATER).passages(passages(10, "Word ".repeat(4_000)), BOOKING);

    assertThat(gemini.batches())
        .hasSize(4)
        .allSatisfy(batch -> assertThat(batch.body().toString().length()).isLessThan(70_000));
  }

  @Test
  @DisplayName("is asked by four requests at once at most, and a question does not wait for them")
  void atOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    gemini.hold(gate);
    FutureTask<Integer> many =
        new FutureTask<>(() -> embedder(LATER).passages(passages(600, "Text "), BOOKING).size());
    Embedder one = embedder(LATER);

    Thread.ofVirtual().start(many);
    Awaitility.await().until(() -> gemini.batches().size() == 4);
    Thread.ofVirtual().start(() -> one.question("And I?", BOOKING));
    Awaitility.await().until(() -> gemini.batches().size() == 5);

    assertThat(gemini.batches().getLast().body().toString()).contains("And I?");
    gate.countDown();
    assertThat(many.get(30, TimeUnit.SECONDS)).isEqualTo(600);
    assertThat(gemini.batches()).hasSize(7);
  }

  @ParameterizedTest(name = "is asked again after status {0}")
  @ValueSource(ints = {429, 500, 503})
  void askedAgain(int code) {
    gemini.failNext(ProtocolError.of(code, "scripted"));

    embedder(LATER).question("Where?", BOOKING);

    assertThat(gemini.batches()).hasSize(2);
  }

  @ParameterizedTest(name = "is not asked again after status {0}")
  @ValueSource(ints = {400, 401, 403, 404})
  void refused(int code) {
    gemini.failNext(ProtocolError.of(code, "scripted"));

    assertThatThrownBy(() -> embedder(LATER).question("Where?", BOOKING))
        .isInstanceOfSatisfying(
            ModelRejectedException.class, e -> assertThat(e.status()).isEqualTo(code))
        .hasMessageContaining("scripted");
    assertThat(gemini.batches()).hasSize(1);
  }

  @Test
  @DisplayName("is not waited for where it asks for more than anyone would wait, and that is told")
  void hint() {
    gemini.failNext(ProtocolError.quotaPerMinute(Duration.ofSeconds(40)));

    assertThatThrownBy(() -> embedder(LATER).passages(passages(2, "a"), BOOKING))
        .isInstanceOfSatisfying(
            ModelOverloadedException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(40)));
    assertThat(gemini.batches()).hasSize(1);
  }

  @Test
  @DisplayName("is believed where only a header says how long to wait")
  void header() {
    gemini.failNext(ProtocolError.of(429, "scripted").withHeader("Retry-After", "30"));

    assertThatThrownBy(() -> embedder(LATER).question("Where?", BOOKING))
        .isInstanceOfSatisfying(
            ModelOverloadedException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
  }

  @Nested
  @DisplayName("is not believed, nor asked again, where it answers with")
  class Wrong {
    private void spoiled(Consumer<ObjectNode> how, String sentence) {
      gemini.spoil(how);

      assertThatThrownBy(() -> embedder(LATER).passages(passages(3, "a"), BOOKING))
          .isInstanceOf(ModelRejectedException.class)
          .hasMessageContaining(sentence);
      assertThat(gemini.batches()).hasSize(1);
    }

    @Test
    @DisplayName("one vector for all texts")
    void count() {
      spoiled(
          answer -> {
            JsonNode first = answer.at("/embeddings/0");
            answer.putArray("embeddings").add(first);
          },
          "1 vectors for 3 texts");
    }

    @Test
    @DisplayName("vectors of other dimensions")
    void dimensions() {
      spoiled(
          answer -> ((ArrayNode) answer.at("/embeddings/1/values")).add(0.5),
          "a vector of 129 dimensions");
    }

    @Test
    @DisplayName("a vector that points nowhere")
    void nowhere() {
      spoiled(
          answer -> {
            ArrayNode values = ((ObjectNode) answer.at("/embeddings/2")).putArray("values");
            IntStream.range(0, 128).forEach(_ -> values.add(0));
          },
          "a vector without a direction");
    }
  }

  @Test
  @DisplayName("is let go by an interrupt while it makes vectors")
  void interrupted() throws Exception {
    gemini.hold(new CountDownLatch(1));
    FutureTask<Boolean> waiting =
        new FutureTask<>(
            () -> {
              assertThatThrownBy(() -> embedder(LATER).passages(passages(900, "Text "), BOOKING))
                  .isInstanceOf(ModelCancelledException.class);
              return Thread.currentThread().isInterrupted();
            });
    Thread reader = Thread.ofPlatform().start(waiting);
    Awaitility.await().until(() -> gemini.batches().size() == 4);

    reader.interrupt();

    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(gemini.batches()).hasSize(4);
  }

  @Test
  @DisplayName("is out of reach where its time is up")
  void timeLimit() {
    gemini.hold(new CountDownLatch(1));
    EmbeddingSettings hasty =
        new EmbeddingSettings(
            new VectorSpace(LATER, 128), 1, Duration.ofMillis(300), Duration.ofMillis(300));

    assertThatThrownBy(() -> bench.model.embedder(hasty).question("Where?", BOOKING))
        .isInstanceOf(ModelUnreachableException.class);
  }
}
