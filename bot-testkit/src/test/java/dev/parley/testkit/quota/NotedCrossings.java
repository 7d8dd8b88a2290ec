package dev.parley.testkit.quota;

import dev.parley.quota.QuotaListener;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.usage.Payer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes the marks that were passed.
final class NotedCrossings implements QuotaListener {
  private final List<Crossing> crossings = new CopyOnWriteArrayList<>();

  List<Integer> percents() {
    return crossings.stream().map(Crossing::percent).toList();
  }

  @Override
  public void crossed(Payer payer, Crossing crossing) {
    crossings.add(crossing);
  }

  @Override
  public void refused(Payer payer, Refusal why) {}

  @Override
  public void underestimated(String model) {}
}
