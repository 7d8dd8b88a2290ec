package dev.parley.launcher.settings;

import dev.parley.mcp.EffectRule;
import dev.parley.mcp.McpServerSettings;
import dev.parley.mcp.NamePattern;
import dev.parley.mcp.wire.ServerPlace;
import dev.parley.secret.Secret;
import dev.parley.tool.ToolEffect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the keys of one MCP server.
final class McpServerReader {
  private static final Map<String, ToolEffect> EFFECTS =
      Map.of("reads", ToolEffect.READS, "changes", ToolEffect.CHANGES, "sets", ToolEffect.SETS);

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// Something shorter is part of too many words.
  private static final int SHORTEST_SECRET = 6;

  private final SettingsReader server;
  private final Map<String, SettingsReader.Pair> environment;
  private final Map<String, SettingsReader.Pair> headers;

  McpServerReader(SettingsReader server) {
    this.server = server;
    this.environment = server.pairs("env");
    this.headers = server.pairs("headers");
  }

  /// All keys are read, also where the server cannot be used for what is wrong with one of them.
  Optional<McpServerSettings> read(Optional<String> name) {
    Optional<ServerPlace> place = place();
    List<NamePattern> allowed = patterns("tools");
    List<NamePattern> blocked = patterns("blocked");
    List<EffectRule> effects = effects();
    boolean trustsHints = server.choice("trust-hints", Map.of("true", true, "false", false));
    Duration timeLimit = server.time("time-limit", Duration.ofMillis(100), Duration.ofMinutes(10));
    Duration startLimit = server.time("start-limit", Duration.ofSeconds(1), Duration.ofMinutes(10));
    return name.flatMap(
        called ->
            place.map(
                where ->
                    new McpServerSettings(
                        called,
                        where,
                        allowed,
                        blocked,
                        effects,
                        trustsHints,
                        hidden(),
                        timeLimit,
                        startLimit)));
  }

  private Optional<ServerPlace> place() {
    List<String> command = server.lines("command");
    boolean hasUrl = server.optionalText("url").isPresent();
    if (command.isEmpty() != hasUrl) {
      server.mistake(
          "command",
          hasUrl
              ? "is there beside url; a server is either a program or at an address"
              : "is missing, and url too; a server needs one of them");
      return Optional.empty();
    }
    return hasUrl ? address() : program(command);
  }

  private Optional<ServerPlace> address() {
    if (!environment.isEmpty()) {
      server.mistake("env", "goes with command; an address has headers");
    }
    Map<String, Secret> given = secrets("headers", headers);
    Optional<URI> uri = McpAddress.read(server, given);
    return uri.map(where -> new ServerPlace.Address(where, given));
  }

  private Optional<ServerPlace> program(List<String> command) {
    if (!headers.isEmpty()) {
      server.mistake("headers", "go with url; a program has env");
    }
    environment.keySet().stream()
        .filter(name -> !VARIABLE.matcher(name).matches())
        .forEach(name -> server.mistake("env", "has no variable's name: " + name));
    Map<String, Secret> given = secrets("env", environment);
    if (command.size() == 1 && command.getFirst().contains(" ")) {
      server.mistake("command", "needs a list, such as [npx, -y, some-package]");
      return Optional.empty();
    }
    return Optional.of(new ServerPlace.Program(command, given));
  }

  private Map<String, Secret> secrets(String key, Map<String, SettingsReader.Pair> pairs) {
    Map<String, Secret> values = new LinkedHashMap<>();
    pairs.forEach(
        (name, pair) -> {
          if (pair.value().isBlank()) {
            server.mistake(key, "has nothing for " + name);
          } else {
            values.put(name, Secret.of(pair.value()));
          }
        });
    return values;
  }

  private List<NamePattern> patterns(String key) {
    return server.list(key).stream().map(NamePattern::new).toList();
  }

  private List<EffectRule> effects() {
    List<EffectRule> rules = new ArrayList<>();
    server
        .pairs("effects")
        .forEach(
            (pattern, word) -> {
              ToolEffect effect = EFFECTS.get(word.value());
              if (effect == null || pattern.isBlank()) {
                server.mistake(
                    "effects",
                    "has \"%s\" for %s but needs one of changes, reads, sets"
                        .formatted(word.value(), pattern));
              } else {
                rules.add(new EffectRule(new NamePattern(pattern), effect));
              }
            });
    return rules;
  }

  /// All headers, and what comes from the bot's environment. Of a header such as `Bearer …`, the
  /// key alone is one too.
  private List<Secret> hidden() {
    Stream<String> keys =
        headers.values().stream()
            .map(SettingsReader.Pair::value)
            .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)));
    Stream<String> variables =
        environment.values().stream()
            .filter(SettingsReader.Pair::fromEnvironment)
            .map(SettingsReader.Pair::value);
    return Stream.concat(keys, variables)
        .filter(value -> value.strip().length() >= SHORTEST_SECRET)
        .distinct()
        .map(Secret::of)
        .toList();
  }
}
