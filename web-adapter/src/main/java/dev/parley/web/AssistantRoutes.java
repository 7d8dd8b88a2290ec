package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.StatelessChat;
import dev.parley.platform.StatelessChat.Assisted;
import dev.parley.platform.StatelessChat.Called;
import dev.parley.usage.TokenUsage;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/// The API for programs that ask one thing, which the model answers by the help of its tools.
final class AssistantRoutes implements HttpRoutes {
  private final StatelessChat chat;
  private final WebSettings.Limits limits;
  private final ApiCalls calls;

  AssistantRoutes(StatelessChat chat, WebSettings settings, ApiCalls calls) {
    this.chat = chat;
    this.limits = settings.limits();
    this.calls = calls;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/assistant", this::assist);
  }

  private void assist(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), ChatLines.MESSAGE_EXAMPLE);
    String message = body.text("message", limits.longestMessage());
    calls.whole(request, () -> answer(request, chat.assist(message)));
  }

  private static void answer(Context request, Assisted assisted) {
    List<Call> made = assisted.calls().stream().map(Call::of).toList();
    ApiCalls.answer(
        request,
        assisted.answer(),
        text -> new Body(text, made, Usage.of(assisted.answer().usage())));
  }

  private record Body(String text, List<Call> functionCalls, Usage usage) {}

  private record Call(String name, JsonNode args) {
    static Call of(Called called) {
      return new Call(called.tool(), called.arguments());
    }
  }

  /// What all calls to the model took together, as Gemini names and counts it: the total has what
  /// stands below it too.
  private record Usage(
      int promptTokenCount,
      int candidatesTokenCount,
      int totalTokenCount,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int thoughtsTokenCount,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int toolUsePromptTokenCount) {
    static Usage of(TokenUsage usage) {
      return new Usage(
          usage.prompt(), usage.output(), usage.total(), usage.thinking(), usage.toolUse());
    }
  }
}
