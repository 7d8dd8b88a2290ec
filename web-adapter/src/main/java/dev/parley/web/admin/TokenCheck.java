package dev.parley.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether a token is the admin's, and does not tell those who guess: after some wrong ones,
/// an address waits until a minute has passed since its first. What it offers meanwhile does not
/// count, so that nobody is kept out for longer.
final class TokenCheck {
  private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /// More share one count.
  private static final int MOST_ADDRESSES = 10_000;

  private static final String OTHERS = "others";

  /// Who has a network of IPv6 has more addresses in it than anybody could count.
  private static final int NETWORK_BYTES = 8;

  private final byte[] right;
  private final int mostWrong;
  private final Clock clock;
  private final Map<String, Wrong> wrong = new HashMap<>();

  TokenCheck(AdminSettings settings, Clock clock) {
    this.right = digest(settings.token().reveal());
    this.mostWrong = settings.triesPerMinute();
    this.clock = clock;
  }

  /// What an address offered that was wrong, within a minute.
  private record Wrong(Instant since, int times) {}

  enum Verdict {
    RIGHT,
    WRONG,
    /// It was not looked at: the address must wait.
    LATER
  }

  /// @param address that offers the token
  Verdict check(String address, String token) {
    // digests are of one length, so that the time tells nothing
    boolean isRight = MessageDigest.isEqual(right, digest(token));
    return verdict(network(address), isRight);
  }

  private synchronized Verdict verdict(String network, boolean isRight) {
    Instant now = clock.instant();
    wrong.values().removeIf(tries -> !tries.since().plus(WINDOW).isAfter(now));
    String key = wrong.size() < MOST_ADDRESSES || wrong.containsKey(network) ? network : OTHERS;
    Wrong before = wrong.getOrDefault(key, new Wrong(now, 0));
    if (before.times() >= mostWrong) {
      return Verdict.LATER;
    }
    if (isRight) {
      return Verdict.RIGHT;
    }
    wrong.put(key, new Wrong(before.since(), before.times() + 1));
    if (before.times() + 1 == mostWrong) {
      LOG.warn("{} wrong admin tokens from {} within a minute", mostWrong, key);
    }
    return Verdict.WRONG;
  }

  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
