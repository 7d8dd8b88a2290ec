package dev.parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Money")
class MoneyTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0, $0",
    "7, $0.000007",
    "10, $0.00001",
    "4200, $0.0042",
    "4249, $0.0042",
    "4250, $0.0043",
    "9999, $0.01",
    "10000, $0.01",
    "15300, $0.015",
    "99600, $0.10",
    "120000, $0.12",
    "500000, $0.50",
    "999999, $1.00",
    "1000000, $1.00",
    "1234567, $1.23",
    "20000000, $20.00",
    "9223372036854775807, $9223372036854.78"
  })
  @DisplayName("is told in dollars, small amounts with the digits that count")
  void text(long micros, String text) {
    assertThat(new Money(micros).text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0, $0.00",
    "7, $0.000007",
    "20000, $0.02",
    "1234567, $1.234567",
    "1500000, $1.50",
    "20000000, $20.00"
  })
  @DisplayName("is told with all its digits where somebody set it")
  void exact(long micros, String text) {
    assertThat(new Money(micros).exact()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 5000000", "0.000001, 1", "12.50, 12500000", "1E+3, 1000000000"})
  @DisplayName("is made of dollars")
  void ofDollars(BigDecimal dollars, long micros) {
    assertThat(Money.ofDollars(dollars)).isEqualTo(new Money(micros));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "0.0000001", "1E+20"})
  @DisplayName("is made of no other amounts")
  void notOfDollars(BigDecimal dollars) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.ofDollars(dollars));
  }

  @Test
  @DisplayName("is added and compared, is never negative, and never wraps around")
  void arithmetic() {
    assertThat(new Money(3).plus(new Money(4))).isEqualTo(new Money(7));
    assertThat(Money.ZERO.plus(Money.ZERO)).isEqualTo(Money.ZERO);
    assertThat(new Money(3)).isLessThan(new Money(4)).isGreaterThan(Money.ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
