package dev.parley.launcher.crash;

import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Responder;
import dev.parley.demo.protocol.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// A model that repeats the question in a few pieces, sometimes slowly.
final class EchoModel implements Responder {
  private static final int PIECES = 4;
  private static final int SLOWEST_PIECE_MILLIS = 400;

  private final AtomicInteger calls = new AtomicInteger();

  static String answerTo(String question) {
    return "You said " + question + ".";
  }

  int calls() {
    return calls.get();
  }

  @Override
  public List<Step> answer(GeminiRequest request) {
    calls.incrementAndGet();
    String text = request.lastUserText();
    String question = text.substring(text.lastIndexOf(' ') + 1);
    String answer = answerTo(question);
    List<Step> steps = new ArrayList<>();
    for (int piece = 0; piece < PIECES; piece++) {
      steps.add(
          new Step.Pause(
              Duration.ofMillis(ThreadLocalRandom.current().nextInt(SLOWEST_PIECE_MILLIS))));
      steps.add(
          Step.text(
              answer.substring(
                  piece * answer.length() / PIECES, (piece + 1) * answer.length() / PIECES)));
    }
    steps.add(Step.finish("STOP"));
    return steps;
  }
}
