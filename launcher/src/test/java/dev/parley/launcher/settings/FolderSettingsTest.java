package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.ingestion.FolderSettings;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Watched folders in the settings")
class FolderSettingsTest {
  @TempDir Path folder;

  private List<FolderSettings> read(String folders) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/parley.yaml"), "knowledge:\n  folders:\n" + folders.indent(4));
    return new SettingsFile(Map.of(), folder).read().knowledge().folders();
  }

  @Test
  @DisplayName("are none where none are named")
  void none() {
    assertThat(new SettingsFile(Map.of(), folder).read().knowledge().folders()).isEmpty();
  }

  @Test
  @DisplayName("are found beside the settings, for all and everyone where nothing else is said")
  void all() throws IOException {
    List<FolderSettings> folders =
        read(
            """
            - path: docs
            - path: /srv/handbook
              tenants: [slack/T1, web/web]
              audience: [channel C1, group S1]
              address: https://docs.example.com/
              patterns: ["*.md", "guides/**"]
            """);

    assertThat(folders.getFirst().path()).isEqualTo(folder.resolve("config/docs"));
    assertThat(folders.getFirst().tenants()).isEmpty();
    assertThat(folders.getFirst().audience()).isEqualTo(DocumentAudience.EVERYONE);
    assertThat(folders.getLast())
        .isEqualTo(
            new FolderSettings(
                "/srv/handbook",
                Path.of("/srv/handbook"),
                Set.of(tenant("slack", "T1"), tenant("web", "web")),
                DocumentAudience.of(AudienceTerm.channel("C1"), AudienceTerm.group("S1")),
                Optional.of("https://docs.example.com"),
                List.of("*.md", "guides/**")));
  }

  private static TenantId tenant(String platform, String id) {
    return new TenantId(new PlatformName(platform), id);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'path: \"\"', path, the path of a folder",
    "'{path: a, tenants: [T1]}', tenants, slack/T0123",
    "'{path: a, audience: [nobody]}', audience, 'channel C0123'",
    "'{path: a, audience: [channel]}', audience, 'channel C0123'",
    "'{path: a, address: \"x y\"}', address, an address of the web",
    "'{path: a, patterns: [\"[\"]}', patterns, '*.md'",
    "'{path: a, pattern: b}', pattern, patterns",
  })
  @DisplayName("are told for what is wrong with them")
  void mistakes(String wrong, String key, String right) {
    SettingsException mistaken =
        catchThrowableOfType(SettingsException.class, () -> read("- " + wrong));

    assertThat(mistaken.mistakes())
        .singleElement()
        .asString()
        .contains("knowledge.folders", key, right);
  }
}
