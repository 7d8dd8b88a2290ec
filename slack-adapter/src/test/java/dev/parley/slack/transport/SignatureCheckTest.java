package dev.parley.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.secret.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A request's signature")
class SignatureCheckTest {
  /// The example of Slack's documentation.
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final long SIGNED_AT = 1531420618;
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private static SignatureCheck checkAt(long second) {
    return new SignatureCheck(
        Secret.of(SECRET), Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }

  @ParameterizedTest(name = "{0} s after it was made: {1}")
  @CsvSource({"0, true", "299, true", "-299, true", "301, false", "-301, false", "86400, false"})
  @DisplayName("holds for five minutes, before and after")
  void age(long seconds, boolean accepted) {
    boolean accepts =
        checkAt(SIGNED_AT + seconds)
            .accepts(Long.toString(SIGNED_AT), SIGNATURE, BODY.getBytes(UTF_8));

    assertThat(accepts).isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1531420618, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504",
    "1531420618, a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    "1531420618, ''",
    "1531420619, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    "'', v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    "-1531420618, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    "99999999999999999999, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  })
  @DisplayName("is refused where anything of it is wrong or missing")
  void wrong(String timestamp, String signature) {
    boolean accepts = checkAt(SIGNED_AT).accepts(timestamp, signature, BODY.getBytes(UTF_8));

    assertThat(accepts).isFalse();
  }

  @Test
  @DisplayName("is of the bytes, in whatever language they are")
  void notEnglish() {
    byte[] body = "{\"text\":\"Grüße, 日本 😀\"}".getBytes(UTF_8);

    boolean accepts =
        checkAt(1700000000).accepts("1700000000", "v0=%s".formatted(NOT_ENGLISH_SIGNATURE), body);

    assertThat(accepts).isTrue();
  }

  /// Made by `openssl dgst -sha256 -hmac`.
  private static final String NOT_ENGLISH_SIGNATURE =
      "c0cf0588b6875e0a0536a36d4bfaac6c77b08ee1d26432743d974bab167e247c";
}
