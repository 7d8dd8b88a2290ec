package dev.parley.web;

import dev.parley.message.PlainMoments;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.usage.TokenUsage;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls of the API that wait for the model: so many at once, each only as long as its caller is
/// there, and all that fail worded alike.
final class ApiCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);

  private final Semaphore calls;

  ApiCalls(int most) {
    this.calls = new Semaphore(most);
  }

  /// What an answer took, as callers are told.
  record Usage(int promptTokens, int completionTokens, int totalTokens) {
    static Usage of(TokenUsage usage) {
      return new Usage(usage.prompt() + usage.toolUse(), usage.completion(), usage.total());
    }
  }

  /// Runs a call whose answer comes at once.
  void whole(Context request, Runnable call) {
    bounded(request, sentence -> failed(request, sentence), call);
  }

  private static void failed(Context request, String sentence) {
    Json.answer(request, 500, RequestProblem.body(sentence));
  }

  /// Runs a call.
  ///
  /// @param failed tells the caller that there is no answer
  void bounded(Context request, Consumer<String> failed, Runnable call) {
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
    } catch (RequestProblem told) {
      throw told;
    } catch (RuntimeException e) {
      if (watch.isGone()) {
        LOG.debug("an answer ended because its caller hung up", e);
      } else {
        LOG.error("a call of the chat API failed", e);
        failed.accept(WebWording.NO_ANSWER);
      }
    }
  }

  /// Answers with what the model said, or with why there is nothing.
  ///
  /// @param body what to answer of the model's words
  static void answer(Context request, Answer answer, Function<String, Object> body) {
    String text = plain(answer.reply().markdown());
    if (answer.refusedFor().isPresent()) {
      request.header("Retry-After", Long.toString(answer.refusedFor().get().toSeconds()));
      Json.answer(request, 429, RequestProblem.body(text));
    } else if (answer.reply().tone() == Reply.Tone.FAILURE) {
      failed(request, text);
    } else {
      Json.answer(request, 200, body.apply(text));
    }
  }

  /// Whoever calls the API shows moments as words.
  static String plain(String markdown) {
    return PlainMoments.of(markdown).text();
  }
}
