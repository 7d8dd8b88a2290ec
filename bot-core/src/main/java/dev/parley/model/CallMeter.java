package dev.parley.model;

import dev.parley.usage.TokenUsage;

/// Stands before each single call to a provider: lets it begin where there is room for its worst
/// case, and books what it took.
public interface CallMeter {
  /// Blocks shortly.
  Admission begin(CallBid bid);

  /// Whether a call may be made.
  sealed interface Admission {
    /// It may, and what it took must be told.
    record Admitted(Call call) implements Admission {}

    record Refused(CallRefusal why) implements Admission {}
  }

  /// A call that was let begin. One of the three endings is told, once; where none is, because the
  /// process died, the worst case is booked as an estimate.
  interface Call {
    /// How many tokens it may answer with: as many as were asked for, or as fit.
    int mostOutputTokens();

    /// The provider said what it took.
    void took(TokenUsage usage);

    /// It broke off, and this is the last that the provider said; nothing said: the worst case is
    /// booked.
    void brokeOff(TokenUsage lastSeen);

    /// The provider refused it, and bills nothing.
    void notBilled();
  }

  /// Lets everything begin and books nothing: for models that nobody pays for.
  CallMeter FREE =
      bid ->
          new Admission.Admitted(
              new Call() {
                @Override
                public int mostOutputTokens() {
                  return bid.mostOutputTokens();
                }

                @Override
                public void took(TokenUsage usage) {}

                @Override
                public void brokeOff(TokenUsage lastSeen) {}

                @Override
                public void notBilled() {}
              });
}
