package dev.parley.launcher;

import dev.parley.quota.QuotaListener;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.usage.Payer;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what happens to limits, before others hear of it.
record QuotaMetrics(MeterRegistry metrics, QuotaListener next) implements QuotaListener {
  @Override
  public void crossed(Payer payer, Crossing crossing) {
    metrics
        .counter("parley.quota.marks", "percent", Integer.toString(crossing.percent()))
        .increment();
    next.crossed(payer, crossing);
  }

  @Override
  public void refused(Payer payer, Refusal why) {
    metrics.counter("parley.quota.refusals", "reason", reason(why)).increment();
    next.refused(payer, why);
  }

  private static String reason(Refusal why) {
    return switch (why) {
      case Refusal.OverLimit over -> over.busy() ? "held" : "limit";
      case Refusal.OverShare _ -> "share";
      case Refusal.UnknownPrice _ -> "price";
      case Refusal.StoreAway _ -> "store";
      case Refusal.TurnGone _ -> "turn";
    };
  }

  @Override
  public void underestimated(String model) {
    metrics.counter("parley.quota.underestimates", "model", model).increment();
    next.underestimated(model);
  }
}
