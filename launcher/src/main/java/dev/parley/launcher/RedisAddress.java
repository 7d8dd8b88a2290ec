package dev.parley.launcher;

import dev.parley.launcher.embedded.RedisLine;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis that the settings name, asked once at start whether it lets the bot in.
record RedisAddress(String host, int port, boolean encrypted, Optional<Secret> userInfo) {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAddress.class);
  private static final int USUAL_PORT = 6379;

  /// @param url checked by the settings
  static RedisAddress of(Secret url) {
    URI uri = URI.create(url.reveal());
    return new RedisAddress(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        uri.getScheme().equals("rediss"),
        present(uri.getUserInfo()).map(Secret::of));
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }

  /// A Redis that is away for now is no obstacle: the bot waits for it. One that refuses the
  /// password stays that way.
  ///
  /// @throws StartException where the password is wrong or missing
  void check() {
    SocketFactory sockets = encrypted ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    try (RedisLine line = RedisLine.open(sockets, host, port)) {
      if (userInfo.isPresent() && line.ask(authentication(userInfo.get())).startsWith("-")) {
        throw refused("refuses the user or password in REDIS_URL (redis.url); correct it there");
      }
      if (line.ask("PING").startsWith("-NOAUTH")) {
        throw refused(
            "needs a password; set REDIS_URL (redis.url) to redis://:PASSWORD@%s:%d"
                .formatted(host, port));
      }
    } catch (IOException away) {
      LOG.warn("The Redis at {} does not answer yet ({})", this, away.getMessage());
    }
  }

  private static String[] authentication(Secret userInfo) {
    String[] parts = userInfo.reveal().split(":", 2);
    if (parts.length == 1) {
      return new String[] {"AUTH", parts[0]};
    }
    return parts[0].isEmpty()
        ? new String[] {"AUTH", parts[1]}
        : new String[] {"AUTH", parts[0], parts[1]};
  }

  private StartException refused(String reason) {
    return new StartException("The Redis at %s %s.".formatted(this, reason), null);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
