package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.httptool.ToolDeclaration;
import dev.parley.secret.Secret;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.ToolEffect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tools that are declared in files")
class DeclaredToolsTest {
  private static final String NOTE =
      """
      name: note
      description: Takes a note.
      parameters:
        type: object
        properties:
          text: {type: string}
          room: {type: string, default: all}
        required: [text]
      steps:
        - url: https://notes.example.org/v1/{room}
      """;

  @TempDir Path folder;

  @BeforeEach
  void settings() throws IOException {
    Files.createDirectories(folder.resolve("config/tools"));
    Files.writeString(folder.resolve("config/parley.yaml"), "");
  }

  private void write(String name, String yaml) {
    try {
      Files.writeString(folder.resolve("config/tools").resolve(name), yaml);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private DeclaredTools read(Map<String, String> environment) {
    return settings(environment).tools().declared();
  }

  private Settings settings(Map<String, String> environment) {
    return new SettingsFile(environment, folder).read();
  }

  private ToolDeclaration only(Map<String, String> environment) {
    List<ToolDeclaration> tools = read(environment).tools();
    assertThat(tools).hasSize(1);
    return tools.getFirst();
  }

  private List<String> mistakes(Map<String, String> environment) {
    SettingsException mistaken =
        catchThrowableOfType(SettingsException.class, () -> read(environment));
    return mistaken.mistakes().stream()
        .map(mistake -> mistake.toString().replace(folder + "/config/tools/", ""))
        .toList();
  }

  @Nested
  @DisplayName("as they are shipped")
  class Shipped {
    private DeclaredTools shipped(Map<String, String> environment) throws IOException {
      Files.writeString(
          folder.resolve("config/parley.yaml"),
          "tools: {directory: \"" + Path.of("../config/tools").toAbsolutePath() + "\"}");
      return read(environment);
    }

    @Test
    @DisplayName("are the weather, and the price of shares as soon as there is a key")
    void there() throws IOException {
      DeclaredTools without = shipped(Map.of());
      DeclaredTools with = shipped(Map.of("FINNHUB_API_KEY", "key-1"));

      assertThat(without.tools()).extracting(t -> t.spec().name()).containsExactly("get_weather");
      assertThat(without.absent())
          .containsExactly(
              new AbsentTool("get_stock_price", "It needs FINNHUB_API_KEY in the environment."));
      assertThat(with.tools())
          .extracting(t -> t.spec().name())
          .containsExactly("get_stock_price", "get_weather");
      assertThat(with.tools()).extracting(ToolDeclaration::effect).containsOnly(ToolEffect.READS);
      assertThat(with.secrets()).containsExactly(Secret.of("key-1"));
    }

    @Test
    @DisplayName("send no key where anybody can read it")
    void confidential() throws IOException {
      Files.writeString(
          folder.resolve("config/parley.yaml"),
          "tools: {directory: \"" + Path.of("../config/tools").toAbsolutePath() + "\"}");

      assertThat(
              mistakes(
                  Map.of("FINNHUB_API_KEY", "key-1", "STOCK_API", "http://stocks.example.org")))
          .singleElement()
          .asString()
          .contains("stock-price.yaml: steps[1].url gets a secret sent, so it needs https://")
          .doesNotContain("key-1");
      assertThat(
              read(Map.of(
                      "FINNHUB_API_KEY", "key-1",
                      "STOCK_API", "http://stocks.example.org",
                      "PARLEY_TOOL_PRIVATE_HOSTS", "stocks.example.org"))
                  .tools())
          .hasSize(2);
    }
  }

  @Test
  @DisplayName("are none where the folder is not there, and what is no YAML file in it counts not")
  void none() throws IOException {
    write("README.md", "no tool");
    write(".hidden.yaml", "no tool");
    assertThat(read(Map.of()).tools()).isEmpty();

    Files.writeString(folder.resolve("config/parley.yaml"), "tools: {directory: elsewhere}");
    assertThat(read(Map.of()).tools()).isEmpty();
  }

  @Test
  @DisplayName("have limits of their own, or the usual ones")
  void limits() {
    write("note.yml", NOTE);
    ToolDeclaration usual = only(Map.of("PARLEY_TOOL_PRIVATE_HOSTS", "a.local, b.local:81"));
    write(
        "note.yml",
        NOTE
            + "time-limit: 2m\nmost-bytes: 2KB\nmost-characters: 500\neffect: sets\n"
            + "doing: Writing…\nprivate-hosts: [\"${HOST_C:-c.local}\"]\n");
    ToolDeclaration own = only(Map.of());

    assertThat(usual.limits().timeLimit()).isEqualTo(Duration.ofSeconds(15));
    assertThat(usual.limits().mostBytes()).isEqualTo(1 << 20);
    assertThat(usual.limits().mostCharacters()).isEqualTo(20_000);
    assertThat(usual.limits().privateHosts()).containsExactlyInAnyOrder("a.local", "b.local:81");
    assertThat(usual.effect()).isEqualTo(ToolEffect.READS);
    assertThat(own.limits().timeLimit()).isEqualTo(Duration.ofMinutes(2));
    assertThat(own.limits().mostBytes()).isEqualTo(2048);
    assertThat(own.limits().mostCharacters()).isEqualTo(500);
    assertThat(own.limits().privateHosts()).containsExactly("c.local");
    assertThat(own.effect()).isEqualTo(ToolEffect.SETS);
    assertThat(own.doing()).contains("Writing…");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"GET, true", "HEAD, true", "POST, false", "PUT, false", "DELETE, false"})
  @DisplayName("change something unless they only look")
  void effect(String method, boolean looks) {
    write("note.yaml", NOTE + "    method: " + method + "\n");

    assertThat(only(Map.of()).effect()).isEqualTo(looks ? ToolEffect.READS : ToolEffect.CHANGES);
  }

  @Test
  @DisplayName("keep what the environment gives secret, wherever it is sent, but for addresses")
  void secrets() {
    write(
        "note.yaml",
        """
        name: note
        description: Takes a note.
        steps:
          - url: ${NOTES_API:-https://notes.example.org}/${NOTES_PATH}
            method: POST
            query: {key: "${NOTES_QUERY}"}
            headers: {X-Key: "Bearer ${NOTES_HEADER}"}
            body: {json: {deep: ["${NOTES_BODY}", "${NOTES_OR:-nothing}"]}}
        """);
    Map<String, String> environment =
        Map.of(
            "NOTES_API", "https://other.example.org",
            "NOTES_PATH", "secret-1",
            "NOTES_QUERY", "secret-2",
            "NOTES_HEADER", "secret-3",
            "NOTES_BODY", "secret-4");

    assertThat(settings(environment).secrets())
        .extracting(Secret::reveal)
        .containsExactlyInAnyOrder("secret-1", "secret-2", "secret-3", "secret-4");
    assertThat(read(Map.of()).absent())
        .containsExactly(
            new AbsentTool(
                "note",
                "It needs NOTES_BODY and NOTES_HEADER and NOTES_PATH and NOTES_QUERY in the"
                    + " environment."));
  }
}
