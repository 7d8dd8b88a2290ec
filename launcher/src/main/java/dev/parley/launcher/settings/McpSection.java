package dev.parley.launcher.settings;

import dev.parley.mcp.McpServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The MCP servers whose tools the model may call.
final class McpSection {
  /// What holds for a server where nothing else is said.
  private static final String DEFAULTS =
      """
      name: ""
      command: []
      env: ""
      url: ""
      headers: ""
      tools: ["*"]
      blocked: []
      effects: ""
      trust-hints: false
      start-limit: 60s
      """;

  private McpSection() {}

  /// Reads all that are right; what is wrong with others is noted.
  ///
  /// @param timeLimit of a call where a server has none of its own
  static List<McpServerSettings> read(SettingsReader tools, Duration timeLimit) {
    SettingsTree.Group defaults =
        YamlSettings.read(
            "the defaults",
            DEFAULTS + "time-limit: " + Units.text(timeLimit) + "\n",
            new ArrayList<>());
    Set<String> names = new HashSet<>();
    List<McpServerSettings> servers = new ArrayList<>();
    for (SettingsReader server : tools.groups("mcp", defaults)) {
      Optional<String> name = name(server, names);
      new McpServerReader(server).read(name).ifPresent(servers::add);
    }
    return servers;
  }

  private static Optional<String> name(SettingsReader server, Set<String> names) {
    String name = server.anyText("name");
    if (!McpServerSettings.isName(name)) {
      server.mistake(
          "name",
          "is \"%s\" but needs at most 24 lower-case letters, digits and dashes, a letter first"
              .formatted(name));
      return Optional.empty();
    }
    if (!names.add(name)) {
      server.mistake("name", "is %s, as that of a server before it".formatted(name));
      return Optional.empty();
    }
    return Optional.of(name);
  }
}
