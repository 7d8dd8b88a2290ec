package dev.parley.launcher.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.argument.ArgumentSchemas;
import dev.parley.argument.SchemaReading;
import dev.parley.httptool.HttpStep;
import dev.parley.httptool.TemplateText;
import dev.parley.httptool.ToolDeclaration;
import dev.parley.httptool.ToolLimits;
import dev.parley.httptool.TreeTemplate;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the declaration of one tool. What is wrong is noted, and something stands in for it, so
/// that one reading finds all mistakes.
final class ToolFile {
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "doing",
          "effect",
          "parameters",
          "private-hosts",
          "time-limit",
          "most-bytes",
          "most-characters",
          "words",
          "steps",
          "result");
  private static final Map<String, ToolEffect> EFFECTS =
      Map.of("reads", ToolEffect.READS, "changes", ToolEffect.CHANGES, "sets", ToolEffect.SETS);
  private static final Duration USUAL_TIME = Duration.ofSeconds(15);
  private static final long USUAL_BYTES = 1 << 20;
  private static final int USUAL_CHARACTERS = 20_000;

  private final Environment environment;
  private final Set<String> privateHosts;
  private final List<Mistake> mistakes;

  ToolFile(Environment environment, Set<String> privateHosts, List<Mistake> mistakes) {
    this.environment = environment;
    this.privateHosts = Set.copyOf(privateHosts);
    this.mistakes = mistakes;
  }

  /// What a file says.
  ///
  /// @param tool empty where there are mistakes, or something is missing
  record Content(String name, Optional<ToolDeclaration> tool, Optional<AbsentTool> missing) {}

  /// Reads a file; empty where it says nothing that could be read.
  Optional<Content> read(String yaml) {
    SettingsTree.Group tree = YamlSettings.read("the file", yaml, mistakes);
    if (!mistakes.isEmpty()) {
      return Optional.empty();
    }
    DeclaredKeys keys = new DeclaredKeys("", tree, typed(yaml), KEYS, mistakes);
    String name = keys.needed("name", "what the model calls it");
    ToolSpec spec = spec(name, keys);
    TemplateReader templates =
        new TemplateReader(environment, new TemplateText(words(keys)), names(spec));
    ToolLimits limits = limits(keys);
    List<HttpStep> steps = steps(keys, new StepReader(templates, spec, limits));
    Optional<TreeTemplate> result =
        keys.json("result").map(json -> templates.told(keys, "result", json));
    ToolEffect effect = keys.choice("effect", EFFECTS).orElseGet(() -> usualEffect(steps));
    Optional<String> doing = keys.text("doing");
    if (!mistakes.isEmpty()) {
      return Optional.of(new Content(name, Optional.empty(), Optional.empty()));
    }
    if (!templates.missing().isEmpty()) {
      return Optional.of(new Content(name, Optional.empty(), Optional.of(absent(name, templates))));
    }
    return Optional.of(
        new Content(
            name,
            Optional.of(new ToolDeclaration(spec, effect, doing, limits, steps, result)),
            Optional.empty()));
  }

  /// Schemas and bodies need values with their types.
  private static JsonNode typed(String yaml) {
    try {
      return YAMLMapper.builder().build().readTree(yaml);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was YAML just now is none any more", impossible);
    }
  }

  private ToolSpec spec(String name, DeclaredKeys keys) {
    String description = keys.needed("description", "when the model should use it");
    JsonNode schema = keys.json("parameters").orElseGet(ToolFile::nothing);
    if (!schema.path("type").asText().equals("object")) {
      keys.mistake("parameters", "needs type: object, and the arguments below properties");
    } else if (new ArgumentSchemas().read(schema) instanceof SchemaReading.Broken(String problem)) {
      keys.mistake("parameters", "should be a JSON Schema, but " + problem);
    }
    try {
      return new ToolSpec(name, description, schema);
    } catch (IllegalArgumentException _) {
      if (!name.isEmpty()) {
        keys.mistake(
            "name",
            "is \"%s\" but needs up to 64 letters, digits, _, - and ., a letter or _ first"
                .formatted(name));
      }
      return new ToolSpec("unnamed", description, schema);
    }
  }

  private static ObjectNode nothing() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties");
    return schema;
  }

  private static Set<String> names(ToolSpec spec) {
    Set<String> names = new HashSet<>();
    spec.parameters().path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Map<String, Map<String, String>> words(DeclaredKeys keys) {
    Map<String, Map<String, String>> words = new HashMap<>();
    keys.freeGroup("words")
        .ifPresent(lists -> lists.names().forEach(list -> words.put(list, lists.texts(list))));
    return words;
  }

  private ToolLimits limits(DeclaredKeys keys) {
    Set<String> hosts = new HashSet<>(privateHosts);
    for (String host : keys.list("private-hosts")) {
      keys.expanded("private-hosts", host, environment)
          .flatMap(text -> keys.parsed("private-hosts", text, DeclaredTools::host))
          .ifPresent(hosts::add);
    }
    return new ToolLimits(
        keys.time("time-limit", Duration.ofMillis(100), Duration.ofMinutes(10)).orElse(USUAL_TIME),
        Math.toIntExact(keys.size("most-bytes", 1 << 10, 20 << 20).orElse(USUAL_BYTES)),
        keys.number("most-characters", 100, 1_000_000).orElse(USUAL_CHARACTERS),
        hosts);
  }

  private static List<HttpStep> steps(DeclaredKeys keys, StepReader reader) {
    List<HttpStep> steps = new ArrayList<>();
    int number = 1;
    for (DeclaredKeys step : keys.groups("steps", StepReader.KEYS)) {
      reader.read(step, number++).ifPresent(steps::add);
    }
    if (keys.has("steps")) {
      return steps;
    }
    keys.mistake("steps", "is missing; it is a list of requests, each with a url");
    return steps;
  }

  private static ToolEffect usualEffect(List<HttpStep> steps) {
    return steps.stream().allMatch(HttpStep::looks) ? ToolEffect.READS : ToolEffect.CHANGES;
  }

  private static AbsentTool absent(String name, TemplateReader templates) {
    return new AbsentTool(
        name, "It needs " + String.join(" and ", templates.missing()) + " in the environment.");
  }
}
