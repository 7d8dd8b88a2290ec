package dev.parley.usage;

import java.time.Instant;
import java.util.Optional;

/// One call to the provider, as it was booked.
///
/// @param id of the call
/// @param at when it began
/// @param person who asked
/// @param conversation empty where the caller kept it
/// @param turn the first message that it answered; empty where the caller kept the conversation
/// @param price the version of the prices that it was reckoned with
/// @param requests 1 where it counts as a request, 0 where a call before it did
/// @param exact whether the provider said what it took; else it is an estimate
public record LedgerEntry(
    String id,
    Instant at,
    Person person,
    String channel,
    Optional<String> conversation,
    Optional<String> turn,
    String purpose,
    String model,
    String price,
    TokenUsage usage,
    Money cost,
    int requests,
    boolean exact) {
  /// Somebody who spent.
  ///
  /// @param account a number that stays when the person is forgotten
  /// @param user empty: forgotten
  /// @param name that others see, as of the last call
  public record Person(String account, Optional<String> user, String name) {}
}
