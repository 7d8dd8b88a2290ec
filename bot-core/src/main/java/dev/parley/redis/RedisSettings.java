package dev.parley.redis;

import dev.parley.secret.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where Redis is, and how patient its callers are.
///
/// @param nodes addresses such as `redis://host:6379`, or `rediss://` with TLS; several: a cluster
/// @param prefix what all keys and topics begin with
/// @param connections how many requests can be on their way at once
/// @param timeout how long one try of a request may take
/// @param shortPatience how long a request is repeated that somebody waits for
/// @param longPatience how long a request is repeated that must not be given up lightly, such as
///     storing an answer
/// @param forgetAfter how long a conversation or room is kept in which nothing happens; empty: for
///     ever
public record RedisSettings(
    List<String> nodes,
    Optional<String> user,
    Optional<Secret> password,
    int database,
    String prefix,
    int connections,
    Duration timeout,
    Duration shortPatience,
    Duration longPatience,
    Optional<Duration> forgetAfter) {
  private static final Duration PAST = Duration.ofDays(7);

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>rediss?)://((?<user>[^:@/]*)(:(?<password>.*))?@)?"
              + "(?<host>[^:/@,\\[\\]\\s]+|\\[[^\\]]+])(:(?<port>\\d{1,5}))?"
              + "(/(?<database>\\d{1,4})?)?");
  private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{1,64}");
  private static final int USUAL_PORT = 6379;
  private static final int LAST_PORT = 65_535;

  public RedisSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty() || connections < 2) {
      throw new IllegalArgumentException("Redis needs an address and at least two connections");
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "a prefix of keys has 1 to 64 letters, digits, dots, dashes and underscores");
    }
    if (nodes.size() > 1 && database != 0) {
      throw new IllegalArgumentException("a Redis cluster has database 0 only");
    }
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("a request to Redis needs a positive timeout");
    }
  }

  /// Settings with defaults for all but the address: one URL, or several of one cluster with commas
  /// between them; user, password (percent-encoded) and database as usual in such URLs.
  ///
  /// @throws IllegalArgumentException where it is no such URL; the message does not quote it, for
  ///     it may hold a password
  public static RedisSettings of(String urls) {
    List<Matcher> parts =
        Stream.of(urls.split(",(?=\\s*rediss?://)")).map(RedisSettings::parsed).toList();
    Matcher first = parts.getFirst();
    return new RedisSettings(
        parts.stream().map(RedisSettings::address).toList(),
        decoded(first.group("user")),
        decoded(first.group("password")).map(Secret::of),
        Optional.ofNullable(first.group("database")).map(Integer::parseInt).orElse(0),
        "parley",
        32,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Optional.empty());
  }

  private static Matcher parsed(String url) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches() || port(parts) > LAST_PORT) {
      throw noAddress();
    }
    return parts;
  }

  private static IllegalArgumentException noAddress() {
    return new IllegalArgumentException(
        "an address of Redis looks like redis://user:password@host:6379/0 (rediss:// with TLS)");
  }

  private static String address(Matcher parts) {
    return parts.group("scheme") + "://" + parts.group("host") + ":" + port(parts);
  }

  private static int port(Matcher parts) {
    return Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElse(USUAL_PORT);
  }

  private static Optional<String> decoded(String part) {
    try {
      return Optional.ofNullable(part)
          .filter(text -> !text.isEmpty())
          .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException quoting) {
      throw noAddress();
    }
  }

  public RedisSettings withPrefix(String other) {
    return new RedisSettings(
        nodes,
        user,
        password,
        database,
        other,
        connections,
        timeout,
        shortPatience,
        longPatience,
        forgetAfter);
  }

  public RedisSettings withConnections(int most) {
    return new RedisSettings(
        nodes,
        user,
        password,
        database,
        prefix,
        most,
        timeout,
        shortPatience,
        longPatience,
        forgetAfter);
  }

  public RedisSettings withPatience(Duration perTry, Duration brief, Duration lasting) {
    return new RedisSettings(
        nodes, user, password, database, prefix, connections, perTry, brief, lasting, forgetAfter);
  }

  public RedisSettings withForgetAfter(Optional<Duration> idle) {
    return new RedisSettings(
        nodes,
        user,
        password,
        database,
        prefix,
        connections,
        timeout,
        shortPatience,
        longPatience,
        idle);
  }

  /// As the scripts are told: how long an answered turn can be come back to.
  String pastMillis() {
    Duration time = forgetAfter.filter(less -> less.compareTo(PAST) < 0).orElse(PAST);
    return Long.toString(time.toMillis());
  }

  /// As the scripts are told: 0 for ever.
  String forgetMillis() {
    return Long.toString(forgetAfter.map(Duration::toMillis).orElse(0L));
  }
}
