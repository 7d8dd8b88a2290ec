package dev.parley.quota;

import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import java.util.List;

/// Where reservations are held and settled. Both are one step each that nothing comes between, and
/// may be repeated: the same reservation answers the same again.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface Reservations {
  /// Holds back the worst case of a call in all its limits, or in none.
  Outcome reserve(Reservation wanted);

  /// Counts what a call took, writes its row in the ledger, and frees the rest. A reservation that
  /// was settled before stays as it is.
  ///
  /// @param exact whether the provider said it; else it is an estimate
  /// @return the marks of limits that this passed, each once in its span
  List<Crossing> settle(Reservation reserved, TokenUsage usage, Money cost, boolean exact);

  /// Books the worst case, as an estimate.
  List<Crossing> settleWorst(Reservation reserved);

  /// Frees everything: the call is not billed.
  void free(Reservation reserved);

  /// What became of a wish to reserve.
  sealed interface Outcome {
    /// It is held back.
    ///
    /// @param outputTokens as many as were wanted, or as fit
    record Reserved(int outputTokens) implements Outcome {}

    /// It does not fit.
    ///
    /// @param spent by all who share the limit, or, over a share, by this person
    /// @param held by calls that are being made now
    record NoRoom(AppliedLimit limit, long spent, long held, boolean overShare)
        implements Outcome {}

    /// Another instance owns the turn now.
    record TurnGone() implements Outcome {}
  }

  /// A mark of a limit that was passed.
  ///
  /// @param percent 50, 80 or 100
  record Crossing(AppliedLimit limit, int percent, long spent) {}
}
