package dev.parley.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Browsers that are signed in: each has its time written into a value that is signed with the
/// admin's token, so that it holds on all instances and after a restart, and with no other token.
final class AdminSessions {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int RANDOM_BYTES = 16;
  private static final int LONGEST = 200;

  private final SecretKeySpec key;
  private final Duration life;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> ended = new ConcurrentHashMap<>();

  AdminSessions(AdminSettings settings, Clock clock) {
    this.key = new SecretKeySpec(settings.token().reveal().getBytes(UTF_8), ALGORITHM);
    this.life = settings.sessionLife();
    this.clock = clock;
  }

  /// A session, as its browser keeps it.
  record Session(String value, Instant until) {}

  Session begin() {
    byte[] name = new byte[RANDOM_BYTES];
    random.nextBytes(name);
    Instant until = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
    String content = until.getEpochSecond() + "." + base64(name);
    return new Session(content + "." + signature(content), until);
  }

  /// The session of a value, where it was given here, is not over and was not ended.
  Optional<Session> find(String value) {
    int end = value.lastIndexOf('.');
    if (end < 0 || value.length() > LONGEST || !isSigned(value, end) || ended.containsKey(value)) {
      return Optional.empty();
    }
    // what was signed has this form
    long second = Long.parseLong(value.substring(0, value.indexOf('.')));
    return Optional.of(new Session(value, Instant.ofEpochSecond(second)))
        .filter(session -> session.until().isAfter(clock.instant()));
  }

  private boolean isSigned(String value, int end) {
    byte[] offered = value.substring(end + 1).getBytes(UTF_8);
    return MessageDigest.isEqual(signature(value.substring(0, end)).getBytes(UTF_8), offered);
  }

  /// Ends a session on this instance; others are told by the browser, which forgets it.
  void end(Session session) {
    ended.values().removeIf(until -> !until.isAfter(clock.instant()));
    ended.put(session.value(), session.until());
  }

  private String signature(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return base64(mac.doFinal(("admin session " + content).getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + ALGORITHM, missing);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
