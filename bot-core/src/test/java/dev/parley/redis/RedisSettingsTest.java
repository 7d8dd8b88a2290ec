package dev.parley.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.secret.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where Redis is")
class RedisSettingsTest {
  @Test
  @DisplayName("A plain address has Redis' own port, no password and the first database")
  void plain() {
    RedisSettings settings = RedisSettings.of("redis://localhost");

    assertThat(settings.nodes()).containsExactly("redis://localhost:6379");
    assertThat(settings.user()).isEmpty();
    assertThat(settings.password()).isEmpty();
    assertThat(settings.database()).isZero();
  }

  @Test
  @DisplayName("User, password and database are taken from the URL, decoded")
  void whole() {
    RedisSettings settings = RedisSettings.of("rediss://ada:p%40s+s:w/%2B@my_redis:7000/3");

    assertThat(settings.nodes()).containsExactly("rediss://my_redis:7000");
    assertThat(settings.user()).contains("ada");
    assertThat(settings.password()).contains(Secret.of("p@s+s:w/+"));
    assertThat(settings.database()).isEqualTo(3);
  }

  @Test
  @DisplayName("A password without a user is usual")
  void passwordOnly() {
    RedisSettings settings = RedisSettings.of("redis://:secret@[::1]:6380/");

    assertThat(settings.nodes()).containsExactly("redis://[::1]:6380");
    assertThat(settings.user()).isEmpty();
    assertThat(settings.password()).contains(Secret.of("secret"));
  }

  @Test
  @DisplayName("Several addresses are one cluster")
  void cluster() {
    RedisSettings settings = RedisSettings.of("redis://:pw@a:7000, redis://:pw@b:7001");

    assertThat(settings.nodes()).containsExactly("redis://a:7000", "redis://b:7001");
    assertThat(settings.password()).contains(Secret.of("pw"));
  }

  @Test
  @DisplayName("Settings do not show their password")
  void hidden() {
    assertThat(RedisSettings.of("redis://:s3cret@host").toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @DisplayName("What is no address is refused, without quoting it")
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://:s3cret@host",
        "redis://:s3cret@",
        "redis://h:x/s3cret",
        "redis://:s3cret%zz@host",
        "redis://:s3cret@host:65536",
        "redis://:s3cret@one, two"
      })
  void refused(String url) {
    assertThatThrownBy(() -> RedisSettings.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://user:password@host:6379/0")
        .hasMessageNotContaining("s3cret");
  }
}
