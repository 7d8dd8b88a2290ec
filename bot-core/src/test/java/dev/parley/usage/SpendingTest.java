package dev.parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.usage.Spending.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was spent, as a picture shows it,")
class SpendingTest {
  private static final Series ANN = new Series("Ann", List.of(BigDecimal.ONE, BigDecimal.TWO));
  private static final Series BOB = new Series("Bob", List.of(BigDecimal.TEN, BigDecimal.ZERO));

  private static Spending of(List<String> slots, List<Series> series, Optional<BigDecimal> cap) {
    return new Spending("Spending", "USD", slots, series, cap);
  }

  @Test
  @DisplayName("adds up by slot and by series")
  void sums() {
    Spending spending = of(List.of("1 Nov", "2 Nov"), List.of(ANN, BOB), Optional.empty());

    assertThat(spending.sum(0)).isEqualByComparingTo("11");
    assertThat(spending.sum(1)).isEqualByComparingTo("2");
    assertThat(ANN.total()).isEqualByComparingTo("3");
  }

  @Test
  @DisplayName("has a slot, a series, and an amount of each in each")
  void whole() {
    assertThatThrownBy(() -> of(List.of(), List.of(ANN), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(List.of("1 Nov", "2 Nov"), List.of(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(List.of("1 Nov"), List.of(ANN), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("is never below zero")
  void positive() {
    BigDecimal less = BigDecimal.valueOf(-1);

    assertThatThrownBy(() -> new Series("Ann", List.of(less)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(List.of("1 Nov", "2 Nov"), List.of(ANN), Optional.of(less)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
