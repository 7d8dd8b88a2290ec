package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.SettingsFile;
import dev.parley.model.CallMeter;
import dev.parley.model.Embedder;
import dev.parley.model.OfflineEmbedder;
import dev.parley.model.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What makes vectors")
class EmbedderChoiceTest {
  private static final Map<String, String> WITH_KEY = Map.of("GEMINI_API_KEY", "key-123");

  @TempDir Path folder;

  private Settings settings(String knowledge, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), "knowledge: {%s}".formatted(knowledge));
    return new SettingsFile(environment, folder).read();
  }

  private Optional<Embedder> opened(Settings settings) {
    try (Lifetime lifetime = new Lifetime()) {
      ModelChoice model = ModelChoice.make(settings, CallMeter.FREE, lifetime);
      return EmbedderChoice.of(settings).open(settings, model, lifetime);
    }
  }

  @ParameterizedTest(name = "is Gemini with a key, where the settings say {0}")
  @CsvSource({"vectors: auto", "vectors: gemini"})
  void gemini(String knowledge) throws IOException {
    Settings settings = settings(knowledge + ", dimensions: 256", WITH_KEY);

    assertThat(EmbedderChoice.of(settings)).isEqualTo(EmbedderChoice.GEMINI);
    assertThat(opened(settings).orElseThrow().space())
        .isEqualTo(new VectorSpace("gemini-embedding-2", 256));
  }

  @Test
  @DisplayName("is nothing where they are turned off, or there is no knowledge base")
  void none() throws IOException {
    Settings off = settings("vectors: none", WITH_KEY);
    Settings without = settings("enabled: false", WITH_KEY);

    assertThat(opened(off)).isEmpty();
    assertThat(opened(without)).isEmpty();
    assertThat(EmbedderChoice.of(off).notice(off))
        .isEqualTo("searched by words alone (knowledge.vectors)");
  }

  @Test
  @DisplayName("without a key is the offline model where it is there, and never the demo model")
  void withoutKey() throws IOException {
    Settings settings = settings("vectors: auto", Map.of());
    EmbedderChoice expected =
        OfflineEmbedder.find().isPresent() ? EmbedderChoice.OFFLINE : EmbedderChoice.NONE;

    assertThat(EmbedderChoice.of(settings)).isEqualTo(expected);
    assertThat(opened(settings).map(embedder -> embedder.space().model()))
        .isEqualTo(OfflineEmbedder.find().map(_ -> "all-minilm-l6-v2-q"));
  }
}
