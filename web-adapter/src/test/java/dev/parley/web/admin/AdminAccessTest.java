package dev.parley.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.admin.AdminHarness.Answer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who is let in to the admin pages")
final class AdminAccessTest {
  private static final String SESSION = "/api/admin/session";
  private static final String LIST = "/api/admin/knowledge/documents?tenant=web/local";
  private static final Set<String> OPEN =
      Set.of(
          "GET /admin/sign-in",
          "GET /admin/assets/{name}",
          "GET /api/admin/session",
          "POST /api/admin/session");

  private final AtomicReference<JavalinConfig> config = new AtomicReference<>();
  private final AdminHarness admin = new AdminHarness(config::set);

  @AfterEach
  void close() {
    admin.close();
  }

  private Answer signIn(String token, String... headers) {
    HttpRequest.Builder request = admin.to(SESSION);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return admin.send(AdminHarness.withJson(request, "POST", Map.of("token", token)));
  }

  private String cookie() {
    return signIn(AdminHarness.TOKEN).header("Set-Cookie").split(";", 2)[0];
  }

  private Answer withCookie(String cookie, String method, String path, String... headers) {
    HttpRequest.Builder request =
        admin.to(path).header("Cookie", cookie).method(method, HttpRequest.BodyPublishers.noBody());
    return admin.send(headers.length > 0 ? request.headers(headers) : request);
  }

  @Test
  @DisplayName("At every address but those of the way in, nobody without the token or a session")
  void everyAddress() {
    List<String> routes =
        config.get().unsafe.internalRouter.allHttpHandlers().stream()
            .map(handler -> handler.endpoint)
            .filter(endpoint -> endpoint.method != HandlerType.BEFORE)
            .filter(endpoint -> endpoint.path.matches("(/api)?/admin.*"))
            .map(endpoint -> endpoint.method + " " + endpoint.path)
            .toList();

    assertThat(routes).hasSizeGreaterThan(15).containsAll(OPEN);
    assertThat(routes)
        .filteredOn(route -> !OPEN.contains(route))
        .allSatisfy(
            route -> {
              String[] parts = route.split(" ", 2);
              String path = parts[1].replace("{id}", "0123456789") + "?tenant=web/local";
              Answer answer =
                  admin.send(admin.to(path).method(parts[0], HttpRequest.BodyPublishers.noBody()));
              assertThat(answer.status()).as(route).isEqualTo(path.startsWith("/api") ? 401 : 303);
            });
  }

  @Test
  @DisplayName("The page shows the way in to strangers, and itself to who is signed in")
  void page() {
    Answer strange = admin.send(admin.to("/admin"));
    Answer known = withCookie(cookie(), "GET", "/admin");

    assertThat(strange.header("Location")).endsWith("/admin/sign-in");
    assertThat(known.status()).isEqualTo(200);
    assertThat(known.body()).contains("Knowledge base");
    assertThat(known.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe", "*");
  }

  @Test
  @DisplayName(
      "The token opens a session that scripts of the page cannot read, nor other sites use")
  void cookieAttributes() {
    String plain = signIn(AdminHarness.TOKEN).header("Set-Cookie");
    String encrypted =
        signIn(AdminHarness.TOKEN, "X-Forwarded-Proto", "https").header("Set-Cookie");

    assertThat(plain)
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure", AdminHarness.TOKEN);
    assertThat(encrypted).contains("Secure");
    assertThat(withCookie(plain.split(";", 2)[0], "GET", LIST).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A session ends after its time")
  void expires() {
    String cookie = cookie();

    admin.clock.step(Duration.ofHours(12).minusSeconds(1));
    int before = withCookie(cookie, "GET", LIST).status();
    admin.clock.step(Duration.ofSeconds(1));

    assertThat(before).isEqualTo(200);
    assertThat(withCookie(cookie, "GET", LIST).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("A session goes on after a restart")
  void restart() {
    String cookie = cookie();

    try (AdminHarness restarted = new AdminHarness()) {
      Answer answer = restarted.send(restarted.to(LIST).header("Cookie", cookie));

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("Whoever signs out is out, even with the cookie that was")
  void signOut() {
    String cookie = cookie();

    Answer out = withCookie(cookie, "DELETE", SESSION, "Sec-Fetch-Site", "same-origin");

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).contains("parley-admin=;", "Expires=Thu, 01 Jan 1970");
    assertThat(withCookie(cookie, "GET", LIST).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x.y.z", "99999999999.AAAA.BBBB"})
  @DisplayName("A session that nobody opened is none")
  void forged(String value) {
    assertThat(withCookie("parley-admin=" + value, "GET", LIST).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("A session whose time somebody prolonged is none")
  void prolonged() {
    String cookie = cookie();

    String longer = cookie.replaceFirst("=(\\d+)\\.", "=99999999999.");

    assertThat(longer).isNotEqualTo(cookie);
    assertThat(withCookie(longer, "GET", LIST).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("A change with a session must say that it is from the own page")
  void changesSayWhereTheyAreFrom() {
    String cookie = cookie();
    String path = "/api/admin/knowledge/documents/0123456789?tenant=web/local";

    assertThat(withCookie(cookie, "DELETE", path).status()).isEqualTo(403);
    assertThat(withCookie(cookie, "DELETE", path, "Origin", "https://evil.test").status())
        .isEqualTo(403);
    assertThat(withCookie(cookie, "DELETE", path, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(withCookie(cookie, "DELETE", path, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("Another site cannot sign a browser in")
  void signInFromElsewhere() {
    assertThat(signIn(AdminHarness.TOKEN, "Origin", "https://evil.test").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("Programs send the token with each request, and need no session")
  void bearer() {
    assertThat(admin.get(LIST).status()).isEqualTo(200);
    assertThat(admin.get(LIST).header("Set-Cookie")).isEmpty();
    assertThat(
            admin
                .send(admin.to(LIST).header("Authorization", "Bearer " + AdminHarness.TOKEN + "x"))
                .status())
        .isEqualTo(401);
  }

  @Test
  @DisplayName("Who guesses waits after some tries, but no longer than a minute")
  void guessing() {
    for (int tries = 0; tries < 3; tries++) {
      assertThat(signIn("guess " + tries).status()).isEqualTo(401);
    }

    Answer more = signIn("guess 4");
    Answer right = signIn(AdminHarness.TOKEN);
    Answer bearer = admin.get(LIST);
    admin.clock.step(Duration.ofSeconds(59));
    Answer still = signIn("guess 5");
    admin.clock.step(Duration.ofSeconds(1));
    Answer again = signIn(AdminHarness.TOKEN);

    assertThat(List.of(more, right, bearer, still))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(429))
        .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("60"));
    assertThat(again.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("Who is signed in stays so while others guess from the same address")
  void guessingBesideASession() {
    String cookie = cookie();

    for (int tries = 0; tries < 5; tries++) {
      signIn("guess " + tries);
    }

    assertThat(withCookie(cookie, "GET", LIST).status()).isEqualTo(200);
  }
}
