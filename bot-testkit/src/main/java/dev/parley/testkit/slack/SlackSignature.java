package dev.parley.testkit.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a request's body as Slack does (docs.slack.dev, "Verifying requests from Slack").
public final class SlackSignature {
  private SlackSignature() {}

  /// What the header `x-slack-signature` carries.
  ///
  /// @param timestamp seconds since 1970, as the header `x-slack-request-timestamp` carries it
  public static String of(String secret, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] sum = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
