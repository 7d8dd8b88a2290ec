package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.mcp.EffectRule;
import dev.parley.mcp.McpServerSettings;
import dev.parley.mcp.NamePattern;
import dev.parley.mcp.wire.ServerPlace;
import dev.parley.secret.Secret;
import dev.parley.tool.ToolEffect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("MCP servers in the settings")
class McpSettingsTest {
  @TempDir Path folder;

  private Settings read(String servers) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/parley.yaml"),
        "tools:\n  time-limit: 45s\n  mcp:\n" + servers.indent(4));
    return new SettingsFile(Map.of("A_TOKEN", "token-of-ann"), folder).read();
  }

  private List<String> mistakes(String servers) {
    SettingsException mistaken = catchThrowableOfType(SettingsException.class, () -> read(servers));
    return mistaken.mistakes().stream().map(Mistake::toString).toList();
  }

  @Test
  @DisplayName("are none where none are named")
  void none() {
    assertThat(new SettingsFile(Map.of(), folder).read().tools().mcp()).isEmpty();
  }

  @Test
  @DisplayName("are programs and addresses, with what may be set for each")
  void all() throws IOException {
    Settings settings =
        read(
            """
            - name: files
              command: [npx, -y, "a package, with commas"]
              env: {TOKEN: "${A_TOKEN}", MODE: production}
            - name: tickets
              url: https://mcp.example.org/mcp
              headers: {Authorization: "Bearer ${A_TOKEN}"}
              tools: ["get_*", search]
              blocked: [get_all]
              effects: {search: reads, "set_*": sets}
              trust-hints: true
              time-limit: 5s
              start-limit: 10s
            """);

    assertThat(settings.tools().mcp())
        .containsExactly(
            new McpServerSettings(
                "files",
                new ServerPlace.Program(
                    List.of("npx", "-y", "a package, with commas"),
                    Map.of("TOKEN", Secret.of("token-of-ann"), "MODE", Secret.of("production"))),
                List.of(new NamePattern("*")),
                List.of(),
                List.of(),
                false,
                List.of(Secret.of("token-of-ann")),
                Duration.ofSeconds(45),
                Duration.ofSeconds(60)),
            new McpServerSettings(
                "tickets",
                new ServerPlace.Address(
                    URI.create("https://mcp.example.org/mcp"),
                    Map.of("Authorization", Secret.of("Bearer token-of-ann"))),
                List.of(new NamePattern("get_*"), new NamePattern("search")),
                List.of(new NamePattern("get_all")),
                List.of(
                    new EffectRule(new NamePattern("search"), ToolEffect.READS),
                    new EffectRule(new NamePattern("set_*"), ToolEffect.SETS)),
                true,
                List.of(Secret.of("Bearer token-of-ann"), Secret.of("token-of-ann")),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10)));
    assertThat(settings.secrets()).contains(Secret.of("token-of-ann"));
    assertThat(settings.toString()).doesNotContain("token-of-ann");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("have their mistakes told")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {name: A b, command: [x]}             | tools.mcp[1].name is "A b" but needs at most 24 lower-case letters, digits and dashes, a letter first
          {name: a}                             | tools.mcp[1].command is missing, and url too; a server needs one of them
          {name: a, command: [x], url: 'https://a'} | tools.mcp[1].command is there beside url; a server is either a program or at an address
          {name: a, command: npx -y x}          | tools.mcp[1].command needs a list, such as [npx, -y, some-package]
          {name: a, command: [x], headers: {A: b}} | tools.mcp[1].headers go with url; a program has env
          {name: a, url: 'https://a', env: {A: b}} | tools.mcp[1].env goes with command; an address has headers
          {name: a, url: 'http://mcp.example.org/secret'} | tools.mcp[1].url needs https:// where the server is neither on this machine nor in a private network
          {name: a, url: 'http://8.8.8.8/'}     | tools.mcp[1].url needs https:// where the server is neither on this machine nor in a private network
          {name: a, url: 'ftp://a/secret'}      | tools.mcp[1].url needs an address that begins with https:// or http://
          {name: a, url: 'https://a', headers: {Host: b}} | tools.mcp[1].headers may not have a header of the name Host
          {name: a, url: 'https://a', headers: {A: ''}} | tools.mcp[1].headers has nothing for A
          {name: a, command: [x], env: {A: '${NO_SUCH}'}} | tools.mcp[1].env needs the environment variable NO_SUCH, which is not set; set it, or write ${NO_SUCH:-default}
          {name: a, command: [x], env: {A-B: c}} | tools.mcp[1].env has no variable's name: A-B
          {name: a, command: [x], env: [c]}     | tools.mcp[1].env needs names with values
          {name: a, command: [x], effects: {'*': writes}} | tools.mcp[1].effects has "writes" for * but needs one of changes, reads, sets
          {name: a, command: [x], trust-hints: maybe} | tools.mcp[1].trust-hints is "maybe" but needs one of false, true
          {name: a, comand: [x], url: 'https://a'} | tools.mcp[1].comand is not a setting; did you mean command?
          just-text                             | tools.mcp[1] is one value but needs a group of keys
          """)
  void wrong(String server, String sentence) {
    assertThat(mistakes("- " + server)).containsExactly(sentence);
  }

  @Test
  @DisplayName("have one name each, and all their mistakes told at once")
  void twice() {
    assertThat(
            mistakes(
                """
                - {name: a, command: [x], time-limit: soon}
                - {name: a, url: 'https://a', start-limit: 1}
                """))
        .hasSize(3)
        .contains("tools.mcp[2].name is a, as that of a server before it");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:3000/mcp", "http://localhost/mcp", "http://[::1]/mcp", "http://10.1.2.3/",
    "http://192.168.1.1/", "http://mcp:3000/mcp", "http://mcp.internal/mcp", "http://[fd00::1]/x"
  })
  @DisplayName("may be asked without encryption where that stays near")
  void near(String url) throws IOException {
    assertThat(read("- {name: a, url: '" + url + "'}").tools().mcp()).hasSize(1);
  }
}
