package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Prices")
class PricedModelsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path folder;

  private void write(String name, String yaml) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config").resolve(name), yaml);
  }

  private List<String> mistakes() {
    SettingsFile file = new SettingsFile(Map.of(), folder, Clock.fixed(NOW, ZoneOffset.UTC));
    return catchThrowableOfType(SettingsException.class, file::read).mistakes().stream()
        .map(mistake -> mistake.toString().replace(folder.toString(), "…"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("are needed for every model of the settings")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model: gemini-3.8-flahs          | gemini.model names gemini-3.8-flahs, which has no price; did you mean gemini-3.8-flash? Else write its prices into FILE, as those of the other models there
          fallback-models: [gemini-3.5-flash, zebra] | gemini.fallback-models names zebra, which has no price; write its prices into FILE, as those of the other models there
          image-models: [picture-image-9]  | gemini.image-models names picture-image-9, which has no price; write its prices into FILE, as those of the other models there
          image-models: [gemini-3.5-flash] | gemini.image-models names gemini-3.5-flash, which has no price for its pictures; write image-output into its prices in FILE
          image-model: picture-image-9     | gemini.image-model names picture-image-9, which has no price; write its prices into FILE, as those of the other models there
          image-model: gemini-3.5-flash    | gemini.image-model names gemini-3.5-flash, which has no price for its pictures; write image-output into its prices in FILE
          """)
  void unpriced(String keys, String sentence) throws IOException {
    write("parley.yaml", "gemini: {" + keys + "}");

    List<String> withoutFile = mistakes();
    write("prices.yaml", Shipped.text("prices.yaml"));
    List<String> withFile = mistakes();

    assertThat(withoutFile)
        .containsExactly(
            sentence.replace(
                "FILE", "a copy of the shipped config/prices.yaml at …/config/prices.yaml"));
    assertThat(withFile).containsExactly(sentence.replace("FILE", "…/config/prices.yaml"));
  }

  @Test
  @DisplayName("are needed from today on, not only later")
  void later() throws IOException {
    String shipped = Shipped.text("prices.yaml");
    write("prices.yaml", shipped.replace("from: 2026-09-02", "from: 2026-11-26"));

    assertThat(mistakes())
        .containsExactly(
            "gemini.model names gemini-3.8-flash, which has no price; its first one begins later;"
                + " write the one of today into …/config/prices.yaml");
  }
}
