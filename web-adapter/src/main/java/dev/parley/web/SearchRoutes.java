package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.StatelessChat;
import dev.parley.platform.StatelessChat.CitedSource;
import dev.parley.platform.StatelessChat.Searched;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// The API for programs that want an answer from the documents, with what it is taken from.
final class SearchRoutes implements HttpRoutes {
  private static final String EXAMPLE = "{\"query\":\"…\"}";

  private final StatelessChat chat;
  private final WebSettings.Limits limits;
  private final ApiCalls calls;

  SearchRoutes(StatelessChat chat, WebSettings settings, ApiCalls calls) {
    this.chat = chat;
    this.limits = settings.limits();
    this.calls = calls;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/search", this::search);
  }

  private void search(Context request) {
    JsonBody body = JsonBody.of(request, limits.largestBody(), EXAMPLE);
    String query = body.text("query", limits.longestMessage());
    calls.whole(request, () -> answer(request, chat.search(query)));
  }

  private static void answer(Context request, Searched searched) {
    List<Cited> sources = searched.sources().stream().map(Cited::of).toList();
    ApiCalls.answer(request, searched.answer(), text -> new Body(text, sources));
  }

  private record Body(String answer, List<Cited> sources) {}

  private record Cited(
      int number,
      String title,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> address,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> page,
      List<String> headings,
      String text) {
    static Cited of(CitedSource source) {
      return new Cited(
          source.number(),
          source.title(),
          source.address(),
          source.page(),
          source.headings(),
          source.text());
    }
  }
}
