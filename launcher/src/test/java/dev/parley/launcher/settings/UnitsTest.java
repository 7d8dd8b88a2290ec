package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Units")
class UnitsTest {
  @ParameterizedTest
  @CsvSource({"250ms, 250", "30s, 30000", "5 m, 300000", "2h, 7200000", "7d, 604800000", "0ms, 0"})
  @DisplayName("of time are read, and written so that they are read again")
  void times(String text, long millis) {
    Duration time = Units.time(text).orElseThrow();

    assertThat(time).isEqualTo(Duration.ofMillis(millis));
    assertThat(Units.time(Units.text(time))).contains(time);
  }

  @ParameterizedTest
  @CsvSource({"12B, 12", "512KB, 524288", "20 mb, 20971520", "1GB, 1073741824", "0B, 0"})
  @DisplayName("of size are read, and written so that they are read again")
  void sizes(String text, long bytes) {
    long size = Units.size(text).orElseThrow();

    assertThat(size).isEqualTo(bytes);
    assertThat(Units.size(Units.text(size))).contains(size);
  }

  @ParameterizedTest
  @CsvSource({"50MP, 50000000", "2 mp, 2000000"})
  @DisplayName("of pixels are millions")
  void pixels(String text, long pixels) {
    assertThat(Units.pixels(text)).contains(pixels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 parsecs", "-5s", "5.5s", "99999999999s", "5S"})
  @DisplayName("that nobody knows are refused")
  void unknown(String text) {
    assertThat(Units.time(text)).isEmpty();
    assertThat(Units.size(text)).isEmpty();
    assertThat(Units.pixels(text)).isEmpty();
  }
}
