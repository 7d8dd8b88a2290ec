package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.fetch.FetchSettings;
import dev.parley.fetch.HostRules;
import dev.parley.page.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Settings of what tools ask of other machines")
class FetchSectionTest {
  @TempDir Path folder;

  private FetchSection read(String yaml) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), yaml);
    return new SettingsFile(Map.of(), folder).read().tools().fetch();
  }

  @Test
  @DisplayName("are the shipped defaults where nothing is set")
  void defaults() throws IOException {
    assertThat(read(""))
        .isEqualTo(
            new FetchSection(
                true, PageSettings.DEFAULTS, FetchSettings.DEFAULTS, HostRules.ALL_PUBLIC));
  }

  @Test
  @DisplayName("are what is set, hosts in the form in which they are compared")
  void set() throws IOException {
    String yaml =
        """
        tools:
          fetch:
            enabled: false
            time-limit: 5s
            page-limit: 1MB
            text-limit: 5000
            most-at-once: 8
            most-per-host: 2
            hosts: [Example.COM., bücher.example, 192.0.2.1, "2001:DB8:0::1"]
            blocked-hosts: evil.example.com
        """;

    assertThat(read(yaml))
        .isEqualTo(
            new FetchSection(
                false,
                new PageSettings(Duration.ofSeconds(5), 1 << 20, 5_000),
                new FetchSettings(8, 2),
                new HostRules(
                    Set.of("example.com", "xn--bcher-kva.example", "192.0.2.1", "2001:db8::1"),
                    Set.of("evil.example.com"))));
  }

  @Test
  @DisplayName("name what is no host")
  void mistakes() {
    SettingsException mistaken =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                read(
                    "tools: {fetch: {hosts: ['*.example.com'], blocked-hosts: ['https://a.example',"
                        + " 'b.example:80', 'c.example/d']}}"));

    assertThat(mistaken.mistakes().stream().map(Mistake::toString))
        .containsExactly(
            "tools.fetch.hosts has \"*.example.com\", which is no host; one is example.com or"
                + " 192.0.2.1",
            "tools.fetch.blocked-hosts has \"https://a.example\", which is no host; one is"
                + " example.com or 192.0.2.1",
            "tools.fetch.blocked-hosts has \"b.example:80\", which is no host; one is example.com"
                + " or 192.0.2.1",
            "tools.fetch.blocked-hosts has \"c.example/d\", which is no host; one is example.com or"
                + " 192.0.2.1");
  }
}
