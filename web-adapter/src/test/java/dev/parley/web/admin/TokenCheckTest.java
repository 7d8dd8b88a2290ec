package dev.parley.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.secret.Secret;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.web.admin.TokenCheck.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The check of an admin's token")
final class TokenCheckTest {
  private static final String TOKEN = "correct-horse-battery";

  private final SteppedClock clock = new SteppedClock();
  private final TokenCheck tokens =
      new TokenCheck(new AdminSettings(Secret.of(TOKEN), Duration.ofHours(1), 2), clock);

  @Test
  @DisplayName("lets nobody wait for what others guess elsewhere")
  void others() {
    tokens.check("192.0.2.1", "wrong");
    tokens.check("192.0.2.1", "wrong");

    assertThat(tokens.check("192.0.2.1", TOKEN)).isEqualTo(Verdict.LATER);
    assertThat(tokens.check("192.0.2.2", TOKEN)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  @DisplayName("takes a network of IPv6 for one address")
  void networks() {
    tokens.check("2001:db8:1:2::1", "wrong");
    tokens.check("2001:db8:1:2:ffff::2", "wrong");

    assertThat(tokens.check("2001:db8:1:2::3", "wrong")).isEqualTo(Verdict.LATER);
    assertThat(tokens.check("2001:db8:1:3::1", "wrong")).isEqualTo(Verdict.WRONG);
  }

  @Test
  @DisplayName("does not prolong the wait for what is offered meanwhile")
  void noLonger() {
    tokens.check("192.0.2.1", "wrong");
    tokens.check("192.0.2.1", "wrong");
    for (int second = 0; second < 59; second++) {
      clock.step(Duration.ofSeconds(1));
      assertThat(tokens.check("192.0.2.1", "wrong")).isEqualTo(Verdict.LATER);
    }

    clock.step(Duration.ofSeconds(1));

    assertThat(tokens.check("192.0.2.1", TOKEN)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  @DisplayName("is not made for a token that can be guessed")
  void tooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdminSettings.of(Secret.of("fifteen-letters")));
  }
}
