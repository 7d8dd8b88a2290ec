package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("How long an idle conversation is kept")
class ForgettingTest {
  @TempDir Path folder;

  private Optional<Duration> forgetAfter(String value) throws IOException {
    Path file = folder.resolve("parley.yaml");
    Files.writeString(file, "conversation:\n  forget-after: " + value + "\n");
    Map<String, String> environment = Map.of("PARLEY_CONFIG", file.toString());
    return new SettingsFile(environment, folder).read().conversation().forgetAfter();
  }

  @Test
  @DisplayName("is for ever where nothing else is set")
  void never() throws IOException {
    assertThat(new SettingsFile(Map.of(), folder).read().conversation().forgetAfter()).isEmpty();
    assertThat(forgetAfter("never")).isEmpty();
  }

  @Test
  @DisplayName("can be limited")
  void limited() throws IOException {
    assertThat(forgetAfter("90d")).contains(Duration.ofDays(90));
  }

  @Test
  @DisplayName("is told in a sentence where it is neither")
  void wrong() {
    assertThatThrownBy(() -> forgetAfter("soon"))
        .isInstanceOf(SettingsException.class)
        .extracting(it -> ((SettingsException) it).mistakes().toString())
        .asString()
        .contains("conversation.forget-after is \"soon\" but needs never or a time from 1h");
  }
}
