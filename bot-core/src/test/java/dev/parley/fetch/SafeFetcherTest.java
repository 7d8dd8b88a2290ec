package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fetch.FetchRequest.Body;
import dev.parley.fetch.Fetched.Answer;
import dev.parley.fetch.Fetched.Failed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Asking another machine")
@Timeout(60)
class SafeFetcherTest {
  private static final String ADDRESS = "http://a.example.com/";

  private final TestInternet internet = new TestInternet();

  @AfterEach
  void close() {
    internet.close();
  }

  private static FetchRequest within(int mostBytes, Duration timeLimit) {
    return FetchRequest.get(URI.create(ADDRESS), mostBytes, timeLimit);
  }

  private static Answer answer(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Answer.class);
    return (Answer) fetched;
  }

  private static String text(Fetched fetched) {
    return answer(fetched).body().text(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("gives status, kind and body of what it is answered, and when to ask again")
  void answers() {
    internet.page(
        "a.example.com/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
          exchange.getResponseHeaders().set("Retry-After", "7");
          TestInternet.say(exchange, 429, "später");
        });

    Answer answer = answer(internet.fetcher().fetch(TestInternet.get(ADDRESS)));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.address()).isEqualTo(URI.create(ADDRESS));
    assertThat(answer.mediaType()).contains("text/plain; charset=utf-8");
    assertThat(answer.retryAfter()).contains("7");
    assertThat(answer.body().text(StandardCharsets.UTF_8)).isEqualTo("später");
    assertThat(answer.cut()).isFalse();
  }

  @Test
  @DisplayName("sends method, headers and body, and says who asks")
  void sends() {
    internet
        .fetcher()
        .fetch(
            new FetchRequest(
                "put",
                URI.create(ADDRESS),
                Map.of("X-Key", "k"),
                Optional.of(new Body("text/plain", "ü")),
                TestInternet.ROOM,
                TestInternet.LONG,
                Set.of()));

    assertThat(internet.reached)
        .singleElement()
        .satisfies(
            reached -> {
              assertThat(reached.method()).isEqualTo("PUT");
              assertThat(reached.body()).isEqualTo("ü");
              assertThat(reached.headers())
                  .containsEntry("X-key", List.of("k"))
                  .containsEntry("Content-type", List.of("text/plain"))
                  .containsEntry("User-agent", List.of("Mozilla/5.0 (compatible; Parley)"))
                  .doesNotContainKeys("Cookie", "Referer");
            });
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "GET, X-Key, 'a\r\nX-Other: b'",
    "GET, 'X Key', a",
    "GET, Host, internal.example.com",
    "GET, Content-Length, 0",
    "GET, Accept-Encoding, br",
    "GET, Transfer-Encoding, chunked",
    "'GET / HTTP/1.1\r\nX: ', X-Key, a",
    "CONNECT, X-Key, a",
    "TRACE, X-Key, a",
    "'', X-Key, a",
  })
  @DisplayName("sends nothing where a method or a header would be more than one")
  void unsendable(String method, String header, String value) {
    Fetched fetched =
        internet
            .fetcher()
            .fetch(
                new FetchRequest(
                    method,
                    URI.create(ADDRESS),
                    Map.of(header, value),
                    Optional.empty(),
                    TestInternet.ROOM,
                    TestInternet.LONG,
                    Set.of()));

    assertThat(fetched).isEqualTo(Reasons.UNSENDABLE);
    assertThat(internet.connections).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0", "00", "99999999999"})
  @DisplayName("asks once, though the answer says to ask again at once")
  void once(String wait) {
    internet.page(
        "a.example.com/",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", wait);
          TestInternet.say(exchange, 503, "busy");
        });

    Fetched fetched = internet.fetcher().fetch(TestInternet.get(ADDRESS));

    assertThat(answer(fetched).status()).isEqualTo(503);
    assertThat(internet.reached).hasSize(1);
  }

  @Test
  @DisplayName("opens a connection of its own for each request")
  void connections() {
    SafeFetcher fetcher = internet.fetcher();

    fetcher.fetch(TestInternet.get(ADDRESS));
    fetcher.fetch(TestInternet.get(ADDRESS));

    assertThat(internet.connections).hasSize(2);
  }

  @Nested
  @DisplayName("for a long answer")
  class Sizes {
    @Test
    @DisplayName("takes what is exactly as long as it may be")
    void exact() {
      internet.page("a.example.com/", exchange -> TestInternet.say(exchange, 200, "abcde"));

      Answer answer = answer(internet.fetcher().fetch(within(5, TestInternet.LONG)));

      assertThat(answer.body().size()).isEqualTo(5);
      assertThat(answer.cut()).isFalse();
    }

    @Test
    @DisplayName("cuts it, and says so")
    void cut() {
      internet.page("a.example.com/", exchange -> TestInternet.say(exchange, 200, "abcdef"));

      Answer answer = answer(internet.fetcher().fetch(within(5, TestInternet.LONG)));

      assertThat(answer.body().text(StandardCharsets.UTF_8)).isEqualTo("abcde");
      assertThat(answer.cut()).isTrue();
    }

    @Test
    @DisplayName("cuts one without an end")
    void endless() {
      internet.page(
          "a.example.com/",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            forever(exchange.getResponseBody());
          });

      Answer answer = answer(internet.fetcher().fetch(within(100_000, TestInternet.LONG)));

      assertThat(answer.body().size()).isEqualTo(100_000);
      assertThat(answer.cut()).isTrue();
    }

    private static void forever(OutputStream out) throws IOException {
      byte[] block = new byte[8_192];
      while (true) {
        out.write(block);
      }
    }

    @Test
    @DisplayName("cuts what unpacks to far more than was sent")
    void bomb() throws IOException {
      byte[] packed = packed(10 << 20);
      internet.page(
          "a.example.com/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
          });

      Answer answer = answer(internet.fetcher().fetch(within(50_000, TestInternet.LONG)));

      assertThat(packed.length).isLessThan(50_000);
      assertThat(answer.body().size()).isEqualTo(50_000);
      assertThat(answer.cut()).isTrue();
    }

    private static byte[] packed(int zeros) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(bytes)) {
        out.write(new byte[zeros]);
      }
      return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "compress"})
    @DisplayName("does not take one in a packing that it cannot bound")
    void packings(String packing) {
      internet.page(
          "a.example.com/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", packing);
            TestInternet.say(exchange, 200, "x");
          });

      assertThat(internet.fetcher().fetch(TestInternet.get(ADDRESS))).isEqualTo(Reasons.PACKED);
    }
  }

  @Test
  @DisplayName("says in plain words that a host cannot be reached")
  void unreachable() {
    internet.close();

    Fetched fetched = internet.fetcher().fetch(TestInternet.get(ADDRESS));

    assertThat(fetched).isEqualTo(new Failed("The host cannot be reached."));
  }
}
