package dev.parley.web.admin;

import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lets admins in: browsers that are signed in, and programs that bring the token each time.
final class AdminGate {
  private static final String COOKIE = "parley-admin";
  private static final String BEARER = "bearer ";
  private static final String WAIT_SECONDS = "60";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final TokenCheck tokens;
  private final AdminSessions sessions;
  private final Clock clock;

  AdminGate(AdminSettings settings, Clock clock) {
    this.tokens = new TokenCheck(settings, clock);
    this.sessions = new AdminSessions(settings, clock);
    this.clock = clock;
  }

  /// Refuses whoever is no admin.
  void check(Context request) {
    Optional<String> token = bearer(request);
    if (token.isPresent()) {
      checkToken(request, token.get());
    } else if (session(request).isEmpty()) {
      request.header("WWW-Authenticate", "Bearer");
      throw new RequestProblem(401, "Please sign in at /admin, or send the admin token.");
    } else if (!READING.contains(request.req().getMethod())) {
      checkOrigin(request);
    }
  }

  private static Optional<String> bearer(Context request) {
    return Optional.ofNullable(request.header("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  /// Refuses a token that is not the admin's.
  void checkToken(Context request, String token) {
    switch (tokens.check(request.ip(), token)) {
      case RIGHT -> {}
      case WRONG -> {
        request.header("WWW-Authenticate", "Bearer");
        throw new RequestProblem(401, "This is not the admin token.");
      }
      case LATER -> {
        request.header("Retry-After", WAIT_SECONDS);
        throw new RequestProblem(
            429, "Too many wrong tokens came from this address. Please wait a minute.");
      }
    }
  }

  /// What the server refuses from other sites has to say where it comes from; browsers do.
  private static void checkOrigin(Context request) {
    if (request.header("Origin") == null && request.header("Sec-Fetch-Site") == null) {
      throw new RequestProblem(
          403, "A request with a session must say which page it is from; send the token instead.");
    }
  }

  /// The session that a browser is in.
  Optional<AdminSessions.Session> session(Context request) {
    return Optional.ofNullable(request.cookie(COOKIE)).flatMap(sessions::find);
  }

  /// Signs a browser in.
  AdminSessions.Session begin(Context request) {
    AdminSessions.Session session = sessions.begin();
    int seconds = Math.toIntExact(Duration.between(clock.instant(), session.until()).toSeconds());
    request.cookie(cookie(request, session.value(), seconds));
    return session;
  }

  /// Signs a browser out.
  void end(Context request) {
    session(request).ifPresent(sessions::end);
    request.cookie(cookie(request, "", 0));
  }

  private static Cookie cookie(Context request, String value, int seconds) {
    Cookie cookie = new Cookie(COOKIE, value, "/", seconds, isEncrypted(request));
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }

  /// By what the browser says of its page, or the proxy before this server.
  private static boolean isEncrypted(Context request) {
    return request.scheme().equals("https")
        || "https".equalsIgnoreCase(request.header("X-Forwarded-Proto"))
        || Optional.ofNullable(request.header("Origin")).orElse("").startsWith("https://");
  }
}
