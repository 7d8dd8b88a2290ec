package dev.parley.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes vectors by one of Gemini's models: many texts with each request, and some requests side by
/// side. A question does not wait for passages.
final class GeminiEmbedder implements Embedder {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiEmbedder.class);

  private final EmbeddingCall call;
  private final PatientCall patience;
  private final EmbeddingSettings settings;
  private final EmbeddingModel model;
  private final Semaphore room;

  GeminiEmbedder(EmbeddingCall call, PatientCall patience, EmbeddingSettings settings) {
    this.call = call;
    this.patience = patience;
    this.settings = settings;
    this.model = EmbeddingModel.of(settings.space().model());
    this.room = new Semaphore(settings.mostAtOnce(), true);
  }

  @Override
  public VectorSpace space() {
    return settings.space();
  }

  @Override
  public double relevantFrom() {
    return EmbeddingModel.RELEVANT_FROM;
  }

  @Override
  public List<Embedding> passages(List<TitledText> passages, Booking booking) {
    List<ObjectNode> texts = passages.stream().map(model::passage).toList();
    List<SideBySide.Part<List<Embedding>>> parts =
        EmbeddingBatch.of(texts).stream()
            .<SideBySide.Part<List<Embedding>>>map(batch -> live -> inTurn(batch, booking, live))
            .toList();
    return SideBySide.all(parts).stream().flatMap(List::stream).toList();
  }

  @Override
  public Embedding question(String words, Booking booking) {
    List<ObjectNode> text = List.of(model.question(words));
    EmbeddingBatch batch = EmbeddingBatch.of(text).getFirst();
    List<SideBySide.Part<List<Embedding>>> part =
        List.of(live -> embedded(batch, booking, live, settings.questionTime()));
    return SideBySide.all(part).getFirst().getFirst();
  }

  /// Where there is no room in what may be spent, a request tries again when none runs beside it:
  /// those hold back more than they will take.
  private List<Embedding> inTurn(EmbeddingBatch batch, Booking booking, LiveCall live) {
    try {
      return inTurn(1, batch, booking, live);
    } catch (ModelUnaffordableException tight) {
      LOG.debug("{} is asked by one request at a time: {}", space(), tight.getMessage());
      return inTurn(settings.mostAtOnce(), batch, booking, live);
    }
  }

  private List<Embedding> inTurn(int places, EmbeddingBatch batch, Booking booking, LiveCall live) {
    try {
      room.acquire(places);
    } catch (InterruptedException aborted) {
      throw new ModelCancelledException("the call was aborted", aborted);
    }
    try {
      return embedded(batch, booking, live, settings.passagesTime());
    } finally {
      room.release(places);
    }
  }

  private List<Embedding> embedded(
      EmbeddingBatch batch, Booking booking, LiveCall live, Duration time) {
    RunningEmbedding running =
        new RunningEmbedding(batch, booking.forPurpose(Purpose.EMBEDDING), Deadline.in(time), live);
    try {
      return patience.run(space().model(), running.deadline(), () -> call.run(running));
    } catch (FailedCallException failed) {
      throw live.aborted()
          ? new ModelCancelledException("the call was aborted", failed)
          : failed.failure();
    }
  }
}
