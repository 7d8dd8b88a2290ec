package dev.parley.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;
import org.redisson.client.RedisResponseTimeoutException;

@DisplayName("Why Redis did not answer")
class MishapTest {
  @Test
  @DisplayName("An unreachable server may be back later")
  void unreachable() {
    Mishap mishap =
        Mishap.of(new RedisException("Unexpected", new ConnectException("Connection refused")));

    assertThat(mishap).isEqualTo(new Mishap("Redis is not reachable: Connection refused", true));
  }

  @Test
  @DisplayName("A script that fails is not tried again")
  void fault() {
    Mishap mishap = Mishap.of(new RedisException("ERR Error running script"));

    assertThat(mishap.passes()).isFalse();
  }

  @Test
  @DisplayName("A server that cannot write now may be able to later")
  void readOnly() {
    Mishap mishap = Mishap.of(new RedisException("OOM command not allowed"));

    assertThat(mishap)
        .isEqualTo(new Mishap("Redis cannot answer now: OOM command not allowed", true));
  }

  @Test
  @DisplayName("What Redis was asked is not told: it is what people said")
  void hidesRequests() {
    Mishap silent =
        Mishap.of(
            new RedisResponseTimeoutException(
                "Redis server response timeout (2000 ms) occured. Command: (EVALSHA), params: [my"
                    + " secret]"));
    Mishap fault =
        Mishap.of(
            new RedisException("ERR oops. channel: [id] command: (EVALSHA), params: [secret]"));

    assertThat(silent.wording())
        .isEqualTo("Redis is silent: Redis server response timeout (2000 ms) occured");
    assertThat(fault.wording()).isEqualTo("Redis cannot do what it is asked: ERR oops");
  }
}
