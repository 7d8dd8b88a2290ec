package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Vectors that are asked for")
class VectorMistakesTest {
  private static final Map<String, String> WITH_KEY = Map.of("GEMINI_API_KEY", "key-123");

  @TempDir Path folder;

  private SettingsFile file(String yaml, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), yaml);
    return new SettingsFile(environment, folder);
  }

  private List<String> mistakes(String yaml, Map<String, String> environment) throws IOException {
    try {
      file(yaml, environment).read();
      return List.of();
    } catch (SettingsException wrong) {
      return wrong.mistakes().stream().map(Mistake::toString).toList();
    }
  }

  @Test
  @DisplayName("of Gemini need a key")
  void needKey() throws IOException {
    String yaml = "knowledge: {vectors: gemini}";

    assertThat(mistakes(yaml, Map.of()))
        .containsExactly(
            "knowledge.vectors is gemini, but there is no gemini.api-key; set GEMINI_API_KEY, or"
                + " choose auto, offline or none");
    assertThat(mistakes(yaml, WITH_KEY)).isEmpty();
    assertThat(mistakes("knowledge: {vectors: gemini, enabled: false}", Map.of())).isEmpty();
  }

  @ParameterizedTest(name = "of the offline model need it to be there: {0}")
  @CsvSource({"true, 0", "false, 1"})
  void needModule(boolean there, int count) throws IOException {
    Settings none = file("", Map.of()).read();
    KnowledgeSection shipped = none.knowledge();
    KnowledgeSection offline =
        new KnowledgeSection(
            true,
            shipped.mayAdd(),
            shipped.settings(),
            KnowledgeSection.Vectors.OFFLINE,
            shipped.model(),
            shipped.dimensions(),
            shipped.folders());
    List<Mistake> mistakes = new ArrayList<>();

    VectorMistakes.find(offline, none.gemini(), there, mistakes);

    assertThat(mistakes)
        .hasSize(count)
        .allSatisfy(
            mistake ->
                assertThat(mistake.toString())
                    .startsWith("knowledge.vectors is offline, but the offline model is not there;")
                    .contains("mvn -Pminilm -DskipTests package"));
  }

  @Test
  @DisplayName("need a price of their model, where it is called")
  void needPrice() throws IOException {
    String yaml = "knowledge: {embedding-model: gemini-embeding-2}";

    assertThat(mistakes(yaml, WITH_KEY))
        .singleElement()
        .asString()
        .startsWith(
            "knowledge.embedding-model names gemini-embeding-2, which has no price; did you mean"
                + " gemini-embedding-2?");
    assertThat(mistakes(yaml, Map.of())).isEmpty();
    assertThat(mistakes("knowledge: {embedding-model: none, vectors: none}", WITH_KEY)).isEmpty();
  }

  @Test
  @DisplayName("have dimensions that Gemini makes")
  void dimensions() throws IOException {
    assertThat(mistakes("knowledge: {dimensions: 127}", Map.of())).hasSize(1);
    assertThat(mistakes("knowledge: {dimensions: 128}", Map.of())).isEmpty();
  }
}
