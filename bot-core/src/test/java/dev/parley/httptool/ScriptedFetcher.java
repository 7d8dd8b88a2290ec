package dev.parley.httptool;

import dev.parley.fetch.FetchRequest;
import dev.parley.fetch.Fetched;
import dev.parley.fetch.FetchedBytes;
import dev.parley.fetch.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Answers in a given order, and remembers what it was asked.
final class ScriptedFetcher implements Fetcher {
  private final Deque<Fetched> answers = new ArrayDeque<>();
  final List<FetchRequest> asked = new ArrayList<>();

  ScriptedFetcher then(Fetched answer) {
    answers.add(answer);
    return this;
  }

  ScriptedFetcher thenJson(String body) {
    return then(answer(200, "application/json; charset=utf-8", body));
  }

  static Fetched.Answer answer(int status, String mediaType, String body) {
    return answer(status, mediaType, body, Optional.empty());
  }

  static Fetched.Answer answer(
      int status, String mediaType, String body, Optional<String> retryAfter) {
    return new Fetched.Answer(
        status,
        URI.create("https://api.example.org/"),
        Optional.of(mediaType).filter(type -> !type.isEmpty()),
        retryAfter,
        new FetchedBytes(body.getBytes(StandardCharsets.UTF_8)),
        false);
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    asked.add(request);
    return answers.removeFirst();
  }
}
