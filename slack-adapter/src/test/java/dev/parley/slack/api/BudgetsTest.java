package dev.parley.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.OwnRateLimits;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The budgets of calls")
class BudgetsTest {
  private final Budgets budgets =
      new Budgets(new OwnRateLimits(() -> 0), new TenantId(new PlatformName("slack"), "T1"));

  private long granted(ApiCall call) {
    return IntStream.range(0, 100).filter(_ -> budgets.take(call).isEmpty()).count();
  }

  @Test
  @DisplayName("let progress be shown within Slack's limits, less a reserve for finished answers")
  void reserve() {
    assertThat(granted(ApiCall.passing("chat.update"))).isEqualTo(38);
    assertThat(granted(ApiCall.passing("chat.startStream"))).isEqualTo(15);
  }

  @Test
  @DisplayName("do not hold finished answers back before Slack does")
  void urgent() {
    assertThat(granted(ApiCall.urgent("chat.update"))).isEqualTo(100);
  }

  @Test
  @DisplayName("are each channel's own for posts")
  void channels() {
    assertThat(granted(ApiCall.passing("chat.postMessage").with("channel", "C1"))).isEqualTo(2);
    assertThat(granted(ApiCall.passing("chat.postMessage").with("channel", "C2"))).isEqualTo(2);
  }

  @Test
  @DisplayName("stand still as long as Slack says, for finished answers too")
  void pause() {
    ApiCall call = ApiCall.urgent("chat.update");
    budgets.pause(call, Duration.ofSeconds(7));

    assertThat(budgets.take(call)).contains(Duration.ofSeconds(7));
    assertThat(budgets.take(ApiCall.urgent("chat.startStream"))).isEmpty();
  }
}
