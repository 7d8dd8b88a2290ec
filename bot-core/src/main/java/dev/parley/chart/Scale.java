package dev.parley.chart;

import dev.parley.usage.Spending;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

/// From nothing up to the top of a picture, which its highest bar and most caps are below.
///
/// XChart counts in a unit of which the top has between 1 and 10: with amounts far from that, it
/// looks for steps of the axis without end.
record Scale(BigDecimal top) {
  private static final BigDecimal HEADROOM = new BigDecimal("1.12");

  /// A cap that is further above all bars would make them too small to compare.
  private static final BigDecimal FURTHEST_CAP = BigDecimal.valueOf(4);

  static Scale of(Spending spending) {
    BigDecimal highest =
        IntStream.range(0, spending.slots().size())
            .mapToObj(spending::sum)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal cap = spending.cap().orElse(BigDecimal.ZERO);
    boolean near = highest.signum() == 0 || cap.compareTo(highest.multiply(FURTHEST_CAP)) <= 0;
    BigDecimal needed = near ? highest.max(cap) : highest;
    return new Scale(needed.signum() == 0 ? BigDecimal.ONE : needed.multiply(HEADROOM));
  }

  boolean contains(BigDecimal amount) {
    return amount.compareTo(top) <= 0;
  }

  /// An amount as XChart counts it.
  double height(BigDecimal amount) {
    return amount.movePointLeft(exponent()).doubleValue();
  }

  /// What XChart counts so, in words.
  String tick(double height) {
    BigDecimal round = new BigDecimal(height, new MathContext(6));
    return Amounts.words(round.movePointRight(exponent()));
  }

  private int exponent() {
    return top.precision() - top.scale() - 1;
  }
}
