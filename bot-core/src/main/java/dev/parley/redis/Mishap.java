package dev.parley.redis;

import java.util.List;
import java.util.stream.Stream;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/// Why Redis did not answer, in words for the operator.
///
/// @param passes whether the same request may succeed later
record Mishap(String wording, boolean passes) {
  private static final List<String> REFUSALS = List.of("WRONGPASS", "NOAUTH", "NOPERM");
  private static final List<String> FAULTS = List.of("ERR ", "CROSSSLOT", "WRONGTYPE");

  static Mishap of(RedisException exception) {
    List<String> messages =
        Stream.<Throwable>iterate(exception, e -> e != null, Throwable::getCause)
            .map(e -> String.valueOf(e.getMessage()))
            .toList();
    String last = messages.getLast();
    if (any(messages, REFUSALS)) {
      return new Mishap("Redis refuses the user or the password it is given: " + last, true);
    }
    if (FAULTS.stream().anyMatch(messages.getFirst()::startsWith)) {
      return new Mishap("Redis cannot do what it is asked: " + messages.getFirst(), false);
    }
    String what = exception instanceof RedisTimeoutException ? "is silent" : "is not reachable";
    return new Mishap("Redis " + what + ": " + last, true);
  }

  private static boolean any(List<String> messages, List<String> words) {
    return messages.stream().anyMatch(message -> words.stream().anyMatch(message::contains));
  }
}
