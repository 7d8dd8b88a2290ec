package dev.parley.demo.protocol;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Plays the steps of one answer to one client.
final class AnswerPlay {
  private final HttpExchange exchange;
  private final Outlet outlet;
  private final ChunkWriter writer;

  AnswerPlay(HttpExchange exchange, Outlet outlet, ChunkWriter writer) {
    this.exchange = exchange;
    this.outlet = outlet;
    this.writer = writer;
  }

  /// Plays all steps, or those before the first that ends the answer.
  void play(List<Step> steps) throws IOException, InterruptedException {
    for (Step step : steps) {
      if (!goesOnAfter(step)) {
        return;
      }
    }
    outlet.end();
  }

  @SuppressWarnings("ReturnValueIgnored") // a pause is the wait for a gate that never opens
  private boolean goesOnAfter(Step step) throws IOException, InterruptedException {
    switch (step) {
      case Step.Chunk chunk -> outlet.chunk(writer.chunk(chunk));
      case Step.Beside beside -> outlet.chunk(writer.beside(beside));
      case Step.Pause pause ->
          new CountDownLatch(1).await(pause.time().toNanos(), TimeUnit.NANOSECONDS);
      case Step.Await await -> await.gate().await();
      case Step.Finish finish -> outlet.chunk(writer.finish(finish));
      case Step.Block block -> outlet.chunk(writer.blocked(block));
      case Step.Fail fail -> outlet.error(fail.error());
      case Step.Foreign foreign ->
          Wire.send(exchange, foreign.status(), foreign.contentType(), foreign.body());
      case Step.End _ -> outlet.end();
      case Step.BreakOff _ -> throw new BrokenOffException();
    }
    return !(step instanceof Step.Foreign || step instanceof Step.End || step instanceof Step.Fail);
  }
}
