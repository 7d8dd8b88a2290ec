package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The address of a Redis")
class RedisAddressTest {
  @Test
  @DisplayName("holds user and password as they are meant, and shows neither")
  void parts() {
    RedisAddress address =
        RedisAddress.of(Secret.of("rediss://me:p%40s+s@redis.example:7000,rediss://other"));

    assertThat(address)
        .isEqualTo(
            new RedisAddress(
                "redis.example", 7000, true, Optional.of("me"), Optional.of(Secret.of("p@s+s"))))
        .hasToString("redis.example:7000");
  }

  @Test
  @DisplayName("needs no more than a host")
  void shortest() {
    RedisAddress address = RedisAddress.of(Secret.of("redis://my_redis"));

    assertThat(address)
        .isEqualTo(new RedisAddress("my_redis", 6379, false, Optional.empty(), Optional.empty()));
  }

  @Test
  @DisplayName("is no obstacle to a start while nobody answers there")
  void away() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    RedisAddress address = RedisAddress.of(Secret.of("redis://:pw@127.0.0.1:" + port));

    assertThatCode(address::check).doesNotThrowAnyException();
  }
}
