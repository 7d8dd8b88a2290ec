package dev.parley.quota;

import dev.parley.model.CallRefusal;

/// Why a call to the provider may not be made.
public sealed interface Refusal extends CallRefusal {
  /// The worst case of the call does not fit into what is left of a limit.
  ///
  /// @param limit that has the least room
  /// @param spent so far, in the limit's unit
  /// @param busy whether it would fit, were it not for answers that are being written now
  record OverLimit(AppliedLimit limit, long spent, boolean busy) implements Refusal {}

  /// Others are active, and this person has had their share of a common limit.
  ///
  /// @param spent by this person
  record OverShare(AppliedLimit limit, long spent) implements Refusal {}

  /// Nobody said what the model costs.
  record UnknownPrice(String model) implements Refusal {}

  /// What was spent cannot be known now.
  record StoreAway() implements Refusal {}

  /// Another instance owns the turn now.
  record TurnGone() implements Refusal {}
}
