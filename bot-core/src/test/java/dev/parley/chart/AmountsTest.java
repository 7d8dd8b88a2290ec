package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An amount in a picture")
class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.000001, 0.000001",
    "0.012345, 0.0123",
    "1.50, 1.5",
    "12.345, 12.3",
    "999.9, '1,000'",
    "1234.5, '1,235'",
    "9999, 10k",
    "12345, 12.3k",
    "999999, 1M",
    "1234567, 1.23M",
    "2500000000, 2.5B",
    "1E+30, 1E+30",
    "1.2345E-15, 1.23E-15",
  })
  @DisplayName("is as short as it can be read")
  void words(BigDecimal amount, String words) {
    assertThat(Amounts.words(amount)).isEqualTo(words);
  }
}
