package dev.parley.quota;

import dev.parley.usage.Booking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The worst case of one call, held back in all limits at once until it is known what it took.
///
/// @param at when the call begins; its costs are counted in the spans that this lies in
/// @param zone of the tenant, whose days its costs are counted in
/// @param price the version of the prices that it is reckoned with
/// @param searches of the web that the call may make
/// @param nanosForPrompt the dearest that the prompt and the searches can be, in nano-dollars
/// @param nanosPerOutputToken the dearest rate of a token of the answer
/// @param leastOutputTokens that are worth a call; with less room it is refused
/// @param lifetime after which it is settled as an estimate, should nobody settle it before
/// @param counters all that count it, those of the limits among them
public record Reservation(
    String id,
    Booking booking,
    String model,
    Instant at,
    ZoneId zone,
    String price,
    long promptTokens,
    int searches,
    long nanosForPrompt,
    long nanosPerOutputToken,
    int mostOutputTokens,
    int leastOutputTokens,
    Duration lifetime,
    List<Counter> counters,
    List<AppliedLimit> limits) {
  public Reservation {
    counters = List.copyOf(counters);
    limits = List.copyOf(limits);
  }

  /// The day whose sums it is in.
  public LocalDate day() {
    return Window.day(at, zone);
  }
}
