package dev.parley.redis;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/// Why Redis did not answer, in words for the operator: without what it was asked, for that is what
/// people said.
///
/// @param passes whether the same request may succeed later
record Mishap(String wording, boolean passes) {
  private static final Pattern REFUSAL = Pattern.compile("\\b(WRONGPASS|NOAUTH|NOPERM)\\b.*");
  private static final Pattern FAULT = Pattern.compile("^(ERR|CROSSSLOT|WRONGTYPE)\\b");
  private static final Pattern REQUEST =
      Pattern.compile("(?s)\\.? *(channel:|[Cc]ommand:|params:).*");
  private static final int LONGEST = 300;

  static Mishap of(RedisException exception) {
    List<Throwable> causes =
        Stream.<Throwable>iterate(exception, e -> e != null, Throwable::getCause).toList();
    List<String> messages = causes.stream().map(Mishap::message).toList();
    String first = messages.getFirst();
    String last = messages.getLast();
    if (messages.stream().anyMatch(message -> REFUSAL.matcher(message).find())) {
      return new Mishap("Redis refuses the user or the password it is given: " + last, true);
    }
    if (FAULT.matcher(first).find()) {
      return new Mishap("Redis cannot do what it is asked: " + first, false);
    }
    if (exception instanceof RedissonShutdownException) {
      return new Mishap("Redis is not asked any more: the connection was closed", false);
    }
    if (causes.stream().anyMatch(Mishap::isOfTheNetwork)) {
      return new Mishap("Redis is not reachable: " + last, true);
    }
    boolean silent = exception instanceof RedisTimeoutException;
    return new Mishap((silent ? "Redis is silent: " : "Redis cannot answer now: ") + first, true);
  }

  private static String message(Throwable e) {
    String whole = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String words = REQUEST.matcher(whole).replaceFirst("").strip();
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  private static boolean isOfTheNetwork(Throwable e) {
    return e instanceof IOException || e instanceof RedisConnectionException;
  }
}
