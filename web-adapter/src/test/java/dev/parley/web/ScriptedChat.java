package dev.parley.web;

import dev.parley.attachment.AttachmentContent;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/// A chat that answers as the test says.
final class ScriptedChat implements StatelessChat {
  static final TokenUsage USAGE = new TokenUsage(11, 5, 7, 2, 3);

  final List<List<Line>> calls = new CopyOnWriteArrayList<>();
  final CountDownLatch hanging = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(1);
  private volatile Script script = (lines, onText) -> plain(onText, "Hello ", "world");

  final List<Asked> looks = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Look> sight =
      _ -> new Look.Shown(plain(_ -> {}, "A red ", "square."));

  /// A picture that was to be looked at.
  record Asked(String name, AttachmentContent picture, String prompt) {}

  /// What is answered to a history.
  @FunctionalInterface
  interface Script {
    Answer answer(List<Line> lines, Consumer<String> onText);
  }

  final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile Function<String, Assisted> help =
      _ -> new Assisted(plain(_ -> {}, "It rains."), List.of());

  void helps(Function<String, Assisted> newHelp) {
    help = newHelp;
  }

  @Override
  public Assisted assist(String message) {
    messages.add(message);
    return help.apply(message);
  }

  final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile Function<String, Searched> library =
      _ -> new Searched(plain(_ -> {}, "Nobody knows."), List.of());

  void finds(Function<String, Searched> newLibrary) {
    library = newLibrary;
  }

  @Override
  public Searched search(String question) {
    queries.add(question);
    return library.apply(question);
  }

  void sees(Function<Asked, Look> newSight) {
    sight = newSight;
  }

  void answers(String... deltas) {
    script = (lines, onText) -> plain(onText, deltas);
  }

  void does(Script newScript) {
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

  @Override
  public Look look(String name, AttachmentContent picture, String prompt) {
    Asked asked = new Asked(name, picture, prompt);
    looks.add(asked);
    return sight.apply(asked);
  }

  static Answer plain(Consumer<String> onText, String... deltas) {
    List.of(deltas).forEach(onText);
    return new Answer(Reply.answer(String.join("", deltas)), USAGE);
  }
}
