package dev.parley.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The channels of a workspace")
class ChannelsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> asked = new ArrayList<>();
  private String name = "general";
  private boolean many;
  private boolean silent;
  private final Channels channels = new Channels(this::answer, nanos::get);

  private JsonNode answer(ApiCall call) {
    asked.add(call.method());
    if (silent) {
      throw SlackCallException.late(call.method());
    }
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer.putObject("channel").put("name", name).put("is_mpim", many).put("is_ext_shared", true);
    return answer;
  }

  @Test
  @DisplayName("are called as people see them, and asked for again after an hour")
  void named() {
    assertThat(channels.name("C1")).isEqualTo("#general");

    name = "all";
    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(channels.name("C1")).isEqualTo("#general");
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(channels.name("C1")).isEqualTo("#all");
  }

  @Test
  @DisplayName("of one or a few people have no name of their own")
  void direct() {
    many = true;

    assertThat(channels.name("D1")).isEqualTo("direct message");
    assertThat(channels.name("G1")).isEqualTo("group message");
    assertThat(asked).hasSize(1);
  }

  @Test
  @DisplayName("are called by their ids where Slack is silent, and not asked for all the time")
  void silence() {
    silent = true;
    assertThat(channels.name("C1")).isEqualTo("C1");
    assertThat(channels.name("C1")).isEqualTo("C1");
    assertThat(asked).hasSize(1);

    silent = false;
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    assertThat(channels.name("C1")).isEqualTo("#general");
    silent = true;
    nanos.addAndGet(Duration.ofHours(2).toNanos());
    assertThat(channels.name("C1")).isEqualTo("#general");
  }

  @Test
  @DisplayName("are shared or not, as Slack said at most ten minutes ago")
  void shared() {
    channels.name("C1");
    assertThat(channels.isShared("C1")).isTrue();
    assertThat(asked).hasSize(1);

    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    assertThat(channels.isShared("C1")).isTrue();
    assertThat(channels.isShared("D1")).isFalse();
    assertThat(asked).hasSize(2);
  }
}
