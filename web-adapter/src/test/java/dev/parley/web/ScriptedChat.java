package dev.parley.web;

import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A chat that answers as the test says.
final class ScriptedChat implements StatelessChat {
  static final TokenUsage USAGE = new TokenUsage(11, 5, 7, 2, 3);

  final List<List<Line>> calls = new CopyOnWriteArrayList<>();
  final CountDownLatch hanging = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(1);
  private volatile StatelessChat script = (lines, onText) -> plain(onText, "Hello ", "world");

  void answers(String... deltas) {
    script = (lines, onText) -> plain(onText, deltas);
  }

  void does(StatelessChat newScript) {
    script = newScript;
  }

  /// Says one word and then nothing, until it is interrupted.
  void hangsAfter(String word) {
    script =
        (lines, onText) -> {
          if (!word.isEmpty()) {
            onText.accept(word);
          }
          hanging.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          throw new IllegalStateException("interrupted");
        };
  }

  @Override
  public Answer answer(List<Line> lines, Consumer<String> onText) {
    calls.add(lines);
    return script.answer(lines, onText);
  }

  static Answer plain(Consumer<String> onText, String... deltas) {
    List.of(deltas).forEach(onText);
    return new Answer(Reply.answer(String.join("", deltas)), USAGE);
  }
}
