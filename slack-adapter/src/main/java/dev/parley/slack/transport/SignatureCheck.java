package dev.parley.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a request was sent by Slack, and just now.
///
/// By bytes, so that no locale of the machine changes the outcome.
public final class SignatureCheck {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  /// From Slack's documentation, "Verifying requests from Slack".
  private static final Duration MOST_APART = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Clock clock;

  public SignatureCheck(Secret signingSecret, Clock clock) {
    this.key = new SecretKeySpec(signingSecret.reveal().getBytes(UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// Whether a request with these headers is to be believed.
  ///
  /// @param timestamp the header `X-Slack-Request-Timestamp`; empty where there is none
  /// @param signature the header `X-Slack-Signature`; empty where there is none
  public boolean accepts(String timestamp, String signature, byte[] body) {
    return isNow(timestamp)
        && MessageDigest.isEqual(
            signed(timestamp, body).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private boolean isNow(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    return apart <= MOST_APART.toSeconds();
  }

  private String signed(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
