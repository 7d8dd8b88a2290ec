package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Line;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The chat API for programs: one answer to a history, at once or as it is written.
final class ChatRoutes implements HttpRoutes {
  private final StatelessChat chat;
  private final WebSettings.Limits limits;
  private final ApiCalls calls;

  ChatRoutes(StatelessChat chat, WebSettings settings, ApiCalls calls) {
    this.chat = chat;
    this.limits = settings.limits();
    this.calls = calls;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/chat", this::whole);
    config.routes.post("/api/chat/stream", this::streamed);
  }

  private void whole(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), ChatLines.HISTORY_EXAMPLE);
    List<Line> lines = ChatLines.ofHistory(body, limits.longestMessage());
    calls.whole(request, () -> answerWhole(request, chat.answer(lines, delta -> {})));
  }

  private static void answerWhole(Context request, Answer answer) {
    ApiCalls.answer(request, answer, text -> new Whole(text, ApiCalls.Usage.of(answer.usage())));
  }

  private void streamed(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), ChatLines.MESSAGE_EXAMPLE);
    List<Line> lines = ChatLines.ofMessage(body, limits.longestMessage());
    request.header("Connection", "close");
    EventStream stream = EventStream.to(request);
    Consumer<String> failed = sentence -> stream.data(RequestProblem.body(sentence));
    calls.bounded(request, failed, () -> answerStreamed(stream, lines, failed));
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
      failed.accept(ApiCalls.plain(text));
      return;
    }
    boolean goesOn = text.startsWith(streamed.toString());
    if (goesOn && text.length() > streamed.length()) {
      stream.data(Map.of("text", ApiCalls.plain(text.substring(streamed.length()))));
    }
    Optional<String> instead = goesOn ? Optional.empty() : Optional.of(ApiCalls.plain(text));
    stream.data(new Done(true, ApiCalls.Usage.of(answer.usage()), instead));
  }

  private record Whole(String message, ApiCalls.Usage usage) {}

  /// @param message the whole answer, where it is another one than what came before
  private record Done(
      boolean done,
      ApiCalls.Usage usage,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> message) {}
}
