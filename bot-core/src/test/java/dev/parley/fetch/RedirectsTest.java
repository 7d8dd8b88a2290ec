package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fetch.FetchRequest.Body;
import dev.parley.fetch.TestInternet.Reached;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A redirect")
@Timeout(60)
class RedirectsTest {
  private static final Map<String, String> KEYS =
      Map.of("Authorization", "Bearer k1", "X-Key", "k2", "Cookie", "c=k3");
  private static final String FROM = "http://a.example.com/";

  private final TestInternet internet = new TestInternet();

  @AfterEach
  void close() {
    internet.close();
  }

  private Fetched send(String method, String address, Optional<Body> body, String... named) {
    return internet
        .fetcher()
        .fetch(
            new FetchRequest(
                method,
                URI.create(address),
                KEYS,
                body,
                TestInternet.ROOM,
                TestInternet.LONG,
                Set.of(named)));
  }

  private static Optional<Body> body() {
    return Optional.of(new Body("application/json", "{\"a\":1}"));
  }

  private Reached last() {
    return internet.reached.getLast();
  }

  @Test
  @DisplayName("is followed, and the answer tells where it came from")
  void followed() {
    internet.redirect("a.example.com/", 301, "/b").redirect("a.example.com/b", 302, "c?d=e");

    Fetched fetched = send("GET", FROM, Optional.empty());

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Answer.class,
            answer ->
                assertThat(answer.address()).isEqualTo(URI.create("http://a.example.com/c?d=e")));
  }

  @Test
  @DisplayName("is followed five times and no more")
  void noEnd() {
    internet.redirect("a.example.com/", 302, "/");

    Fetched fetched = send("GET", FROM, Optional.empty());

    assertThat(fetched).isEqualTo(Reasons.NO_END);
    assertThat(internet.reached).hasSize(6);
  }

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @CsvSource({
    "POST, 301, GET", "POST, 302, GET", "POST, 303, GET", "PUT, 303, GET", "DELETE, 303, GET",
    "HEAD, 303, HEAD", "HEAD, 302, HEAD", "PUT, 301, PUT", "PATCH, 302, PATCH", "POST, 307, POST",
    "POST, 308, POST", "GET, 307, GET",
  })
  @DisplayName("changes the method as browsers do")
  void methods(String method, int status, String then) {
    internet.redirect("a.example.com/", status, "/b");
    boolean sends = Set.of("POST", "PUT", "PATCH").contains(method);

    send(method, FROM, sends ? body() : Optional.empty());

    assertThat(last().method()).isEqualTo(then);
    assertThat(last().url()).isEqualTo("a.example.com/b");
    boolean sendsStill = sends && method.equals(then);
    assertThat(last().body()).isEqualTo(sendsStill ? "{\"a\":1}" : "");
  }

  @Test
  @DisplayName("takes headers along to its own host")
  void sameHost() {
    internet.redirect("a.example.com/", 302, "http://a.example.com:80/b");

    send("GET", FROM, Optional.empty());

    assertThat(last().headers()).containsEntry("Authorization", List.of("Bearer k1"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"http://b.example.com/", "https://a.example.com/", "http://a.example.com:8080/"})
  @DisplayName("takes no header to another scheme, host or port, nor back again")
  void otherHost(String to) {
    HttpUrl first = HttpUrl.get(FROM);
    Hop hop = new Hop("GET", first, KEYS, Optional.empty(), Set.of());

    Step away = Redirects.of(hop, 302, to).orElseThrow();

    assertThat(away)
        .isInstanceOfSatisfying(
            Step.Led.class,
            led -> {
              assertThat(led.next().headers()).isEmpty();
              assertThat(led.next().address()).isEqualTo(HttpUrl.get(to));
            });
  }

  @Test
  @DisplayName(
      "takes no header of the request, no cookie and no word of where it was to another host")
  void nothingElsewhere() {
    internet
        .page(
            "a.example.com/",
            exchange -> {
              exchange.getResponseHeaders().set("Set-Cookie", "s=1; Domain=example.com");
              exchange.getResponseHeaders().set("Location", "http://b.example.com/");
              TestInternet.say(exchange, 302, "");
            })
        .redirect("b.example.com/", 302, FROM + "back");

    send("GET", FROM, Optional.empty());

    assertThat(internet.urls())
        .containsExactly("a.example.com/", "b.example.com/", "a.example.com/back");
    assertThat(internet.reached.subList(1, 3))
        .allSatisfy(
            reached ->
                assertThat(reached.headers())
                    .doesNotContainKeys("Authorization", "X-key", "Cookie", "Referer"));
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  @DisplayName("does not send on to another host what was sent to one")
  void bodies(int status) {
    internet.redirect("a.example.com/", status, "http://b.example.com/");

    Fetched fetched = send("POST", FROM, body());

    assertThat(fetched).isEqualTo(Reasons.BODY_ELSEWHERE);
    assertThat(internet.urls()).containsExactly("a.example.com/");
  }

  @Test
  @DisplayName("from a safe connection to an open one is refused")
  void downgrade() {
    Hop hop =
        new Hop("GET", HttpUrl.get("https://a.example.com/"), Map.of(), Optional.empty(), Set.of());

    assertThat(Redirects.of(hop, 302, "http://a.example.com/"))
        .contains(new Step.Ended(Reasons.DOWNGRADE));
    assertThat(Redirects.of(hop, 302, "//a.example.com/b").orElseThrow())
        .isInstanceOf(Step.Led.class);
  }

  @Test
  @DisplayName("without an address, and a status that is none, is the answer")
  void noRedirect() {
    internet.page("a.example.com/", exchange -> TestInternet.say(exchange, 302, "look"));

    Fetched fetched = send("GET", FROM, Optional.empty());

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Answer.class, answer -> assertThat(answer.status()).isEqualTo(302));
  }

  @Test
  @DisplayName("leads within a named private host, and from there to the internet, and not back")
  void privateHosts() {
    internet
        .name("wiki.internal", "10.0.0.5")
        .redirect("wiki.internal/", 302, "/b")
        .redirect("wiki.internal/b", 302, FROM)
        .redirect("a.example.com/", 302, "http://wiki.internal/c");

    Fetched fetched = send("GET", "http://wiki.internal/", Optional.empty(), "wiki.internal");

    assertThat(fetched).isEqualTo(Reasons.NOT_PUBLIC);
    assertThat(internet.urls())
        .containsExactly("wiki.internal/", "wiki.internal/b", "a.example.com/");
  }

  @Test
  @DisplayName("from a named private host to another private one is refused")
  void otherPrivate() {
    internet
        .name("wiki.internal", "10.0.0.5")
        .name("db.internal", "10.0.0.6")
        .redirect("wiki.internal/", 302, "http://db.internal/");

    Fetched fetched = send("GET", "http://wiki.internal/", Optional.empty(), "wiki.internal");

    assertThat(fetched).isEqualTo(Reasons.NOT_PUBLIC);
    assertThat(internet.urls()).containsExactly("wiki.internal/");
  }
}
