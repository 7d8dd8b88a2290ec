package dev.parley.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The budgets of calls")
class BudgetsTest {
  private final AtomicLong now = new AtomicLong();
  private final Budgets budgets = new Budgets(now::get);

  private long granted(ApiCall call, int wanted) {
    return IntStream.range(0, wanted).filter(_ -> budgets.take(call).isEmpty()).count();
  }

  @Test
  @DisplayName("keep a reserve of edits for the answers that are finished")
  void reserve() {
    long passing = granted(ApiCall.passing("chat.update"), 100);
    long urgent = granted(ApiCall.urgent("chat.update"), 100);

    assertThat(passing).isEqualTo(38);
    assertThat(passing + urgent).isEqualTo(50);
  }

  @Test
  @DisplayName("fill up again with time")
  void refill() {
    granted(ApiCall.urgent("chat.update"), 100);
    now.addAndGet(Duration.ofSeconds(12).toNanos());

    assertThat(granted(ApiCall.urgent("chat.update"), 100)).isEqualTo(10);
  }

  @Test
  @DisplayName("are each channel's own for posts")
  void channels() {
    ApiCall here = ApiCall.urgent("chat.postMessage").with("channel", "C1");
    ApiCall there = ApiCall.urgent("chat.postMessage").with("channel", "C2");

    assertThat(granted(here, 10)).isEqualTo(3);
    assertThat(granted(there, 10)).isEqualTo(3);
  }

  @Test
  @DisplayName("stand still as long as Slack says")
  void pause() {
    ApiCall call = ApiCall.urgent("chat.update");
    budgets.pause(call, Duration.ofSeconds(7));

    Optional<Duration> before = budgets.take(call);
    now.addAndGet(Duration.ofSeconds(7).toNanos());

    assertThat(before).contains(Duration.ofSeconds(7));
    assertThat(budgets.take(call)).isEmpty();
  }
}
