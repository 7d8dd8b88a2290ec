package dev.parley.launcher;

import dev.parley.launcher.embedded.RedisLine;
import dev.parley.redis.RedisSettings;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis that the settings name, asked once at start whether it lets the bot in.
record RedisAddress(
    String host, int port, boolean encrypted, Optional<String> user, Optional<Secret> password) {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAddress.class);
  private static final Pattern NODE = Pattern.compile("(rediss?)://(.*):(\\d+)");

  /// The first of these addresses.
  ///
  /// @param urls checked by the settings
  static RedisAddress of(Secret urls) {
    RedisSettings settings = RedisSettings.of(urls.reveal());
    Matcher node = NODE.matcher(settings.nodes().getFirst());
    if (!node.matches()) {
      throw new IllegalStateException("a node's address has a scheme, a host and a port");
    }
    return new RedisAddress(
        node.group(2),
        Integer.parseInt(node.group(3)),
        node.group(1).equals("rediss"),
        settings.user(),
        settings.password());
  }

  /// A Redis that is away for now is no obstacle: the bot waits for it. One that refuses the
  /// password stays that way.
  ///
  /// @throws StartException where the password is wrong or missing
  void check() {
    SocketFactory sockets = encrypted ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    try (RedisLine line = RedisLine.open(sockets, host, port)) {
      if (password.isPresent() && line.ask(authentication(password.get())).startsWith("-")) {
        throw refused("refuses the user or password in REDIS_URL (redis.url); correct it there");
      }
      if (line.ask("PING").startsWith("-NOAUTH")) {
        throw refused(
            "needs a password; set REDIS_URL (redis.url) to redis://:PASSWORD@%s:%d"
                .formatted(host, port));
      }
    } catch (IOException away) {
      // the store tells it, once, and when it is over
      LOG.debug("The Redis at {} does not answer yet ({})", this, away.getMessage());
    }
  }

  private String[] authentication(Secret secret) {
    return Stream.of(Optional.of("AUTH"), user, Optional.of(secret.reveal()))
        .flatMap(Optional::stream)
        .toArray(String[]::new);
  }

  private StartException refused(String reason) {
    return new StartException("The Redis at %s %s.".formatted(this, reason), null);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
