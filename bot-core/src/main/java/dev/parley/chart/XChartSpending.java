package dev.parley.chart;

import dev.parley.attachment.AttachmentContent;
import dev.parley.usage.Spending;
import dev.parley.usage.SpendingChart;

/// Draws pictures with XChart, a few at a time.
public final class XChartSpending implements SpendingChart {
  private final Easel easel;

  public XChartSpending(ChartSettings settings) {
    this(new Easel(settings));
  }

  XChartSpending(Easel easel) {
    this.easel = easel;
  }

  @Override
  public AttachmentContent paint(Spending spending) {
    return AttachmentContent.of(easel.inTurn(() -> SpendingCard.of(spending).png()));
  }
}
