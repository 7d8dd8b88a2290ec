package dev.parley.web;

import dev.parley.message.PlainMoments;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Line;
import dev.parley.usage.TokenUsage;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chat API for programs: one answer to a history, at once or as it is written.
final class ChatRoutes implements HttpRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ChatRoutes.class);

  private final StatelessChat chat;
  private final WebSettings.Limits limits;
  private final Semaphore calls;

  ChatRoutes(StatelessChat chat, WebSettings settings) {
    this.chat = chat;
    this.limits = settings.limits();
    this.calls = new Semaphore(limits.mostCalls());
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/chat", this::whole);
    config.routes.post("/api/chat/stream", this::streamed);
  }

  private void whole(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), ChatLines.HISTORY_EXAMPLE);
    List<Line> lines = ChatLines.ofHistory(body, limits.longestMessage());
    Consumer<String> failed = sentence -> Json.answer(request, 500, RequestProblem.body(sentence));
    bounded(request, failed, () -> answerWhole(request, lines, failed));
  }

  private void answerWhole(Context request, List<Line> lines, Consumer<String> failed) {
    Answer answer = chat.answer(lines, delta -> {});
    String text = plain(answer.reply().markdown());
    if (answer.refusedFor().isPresent()) {
      request.header("Retry-After", Long.toString(answer.refusedFor().get().toSeconds()));
      Json.answer(request, 429, RequestProblem.body(text));
    } else if (answer.reply().tone() == Reply.Tone.FAILURE) {
      failed.accept(text);
    } else {
      Json.answer(request, 200, new Whole(text, usage(answer.usage())));
    }
  }

  /// Whoever calls the API shows moments as words.
  private static String plain(String markdown) {
    return PlainMoments.of(markdown).text();
  }

  private void streamed(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), ChatLines.MESSAGE_EXAMPLE);
    List<Line> lines = ChatLines.ofMessage(body, limits.longestMessage());
    request.header("Connection", "close");
    EventStream stream = EventStream.to(request);
    Consumer<String> failed = sentence -> stream.data(RequestProblem.body(sentence));
    bounded(request, failed, () -> answerStreamed(stream, lines, failed));
  }

  private void answerStreamed(EventStream stream, List<Line> lines, Consumer<String> failed) {
    StringBuilder streamed = new StringBuilder();
    Answer answer =
        chat.answer(
            lines,
            delta -> {
              streamed.append(delta);
              stream.data(Map.of("text", delta));
            });
    String text = answer.reply().markdown();
    if (answer.refusedFor().isPresent() || answer.reply().tone() == Reply.Tone.FAILURE) {
      failed.accept(plain(text));
      return;
    }
    if (text.startsWith(streamed.toString()) && text.length() > streamed.length()) {
      stream.data(Map.of("text", plain(text.substring(streamed.length()))));
    }
    stream.data(new Done(true, usage(answer.usage())));
  }

  private void bounded(Context request, Consumer<String> failed, Runnable call) {
    if (!calls.tryAcquire()) {
      request.header("Retry-After", "5");
      throw new RequestProblem(503, WebWording.BUSY);
    }
    try (ClientWatch watch = ClientWatch.begin(request)) {
      watched(watch, failed, call);
    } catch (UncheckedIOException clientIsGone) {
      LOG.debug("a caller of the chat API hung up", clientIsGone);
    } finally {
      calls.release();
    }
  }

  private static void watched(ClientWatch watch, Consumer<String> failed, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      if (watch.isGone()) {
        LOG.debug("an answer ended because its caller hung up", e);
      } else {
        LOG.error("a call of the chat API failed", e);
        failed.accept(WebWording.NO_ANSWER);
      }
    }
  }

  private record Whole(String message, Usage usage) {}

  private record Done(boolean done, Usage usage) {}

  private record Usage(int promptTokens, int completionTokens, int totalTokens) {}

  private static Usage usage(TokenUsage usage) {
    return new Usage(usage.prompt() + usage.toolUse(), usage.completion(), usage.total());
  }
}
