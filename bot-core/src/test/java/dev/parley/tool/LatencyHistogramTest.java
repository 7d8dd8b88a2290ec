package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A histogram of latencies")
class LatencyHistogramTest {
  @ParameterizedTest(name = "{0} ms is in class {1}")
  @CsvSource({"0, 0", "25, 0", "26, 1", "50, 1", "51, 2", "204800, 13", "999999, 13"})
  @DisplayName("has classes that reach twice as far as the one before")
  void classes(long millis, int place) {
    assertThat(LatencyHistogram.classOf(Duration.ofMillis(millis))).isEqualTo(place);
  }

  @Test
  @DisplayName("tells nothing of no calls")
  void empty() {
    assertThat(LatencyHistogram.EMPTY.quantile(0.5)).isZero();
  }

  @Test
  @DisplayName("spreads the calls of a class evenly over it")
  void spread() {
    LatencyHistogram histogram = LatencyHistogram.EMPTY;
    for (int call = 0; call < 4; call++) {
      histogram = histogram.plus(Duration.ofMillis(120));
    }

    assertThat(histogram.quantile(0.5)).isEqualTo(Duration.ofMillis(150));
    assertThat(histogram.quantile(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(histogram.plus(histogram).counts().get(3)).isEqualTo(8);
  }

  @Test
  @DisplayName("has so many classes and no others")
  void wrong() {
    assertThatThrownBy(() -> new LatencyHistogram(List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
