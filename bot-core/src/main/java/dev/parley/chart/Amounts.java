package dev.parley.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Amounts as short as they can be read, because XChart looks for room for long ones without end:
/// `0.0123`, `1.5`, `1,234`, `12.3k`, `2.5M`.
final class Amounts {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal VAST = new BigDecimal("1E+15");
  private static final BigDecimal TINY = new BigDecimal("1E-6");
  private static final MathContext SHORT = new MathContext(3, RoundingMode.HALF_UP);

  private Amounts() {}

  static String words(BigDecimal amount) {
    BigDecimal rounded = amount.round(SHORT);
    if (rounded.abs().compareTo(VAST) >= 0 || isTiny(rounded)) {
      return rounded.stripTrailingZeros().toString();
    }
    if (rounded.compareTo(BILLION) >= 0) {
      return plain(rounded.divide(BILLION, SHORT)) + "B";
    }
    if (rounded.compareTo(MILLION) >= 0) {
      return plain(rounded.divide(MILLION, SHORT)) + "M";
    }
    if (rounded.compareTo(TEN_THOUSAND) >= 0) {
      return plain(rounded.divide(THOUSAND, SHORT)) + "k";
    }
    return plain(
        rounded.compareTo(THOUSAND) < 0 ? rounded : amount.setScale(0, RoundingMode.HALF_UP));
  }

  private static boolean isTiny(BigDecimal amount) {
    return amount.signum() != 0 && amount.abs().compareTo(TINY) < 0;
  }

  private static String plain(BigDecimal amount) {
    return new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }
}
