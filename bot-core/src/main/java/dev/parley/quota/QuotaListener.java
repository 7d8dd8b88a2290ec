package dev.parley.quota;

import dev.parley.usage.Payer;

/// Hears what people should be told of limits. Called on the thread of a turn: must not block.
public interface QuotaListener {
  /// Somebody's spending passed a mark of a limit, for the first time in its span.
  void crossed(Payer payer, Reservations.Crossing crossing);

  /// A call was refused.
  void refused(Payer payer, Refusal why);

  /// A call took more than was reserved for it: a defect of the estimate.
  void underestimated(String model);
}
