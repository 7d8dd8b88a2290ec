package dev.parley.launcher.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.httptool.Template;
import dev.parley.httptool.TemplateText;
import dev.parley.httptool.TreeTemplate;
import dev.parley.secret.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads texts with placeholders and variables.
final class TemplateReader {
  /// Stands in for a variable that is not set, so that the rest can be read.
  private static final Secret UNSET = Secret.of("unset");

  private static final Secret UNSET_ADDRESS = Secret.of("https://unset.invalid");

  private final Environment environment;
  private final TemplateText syntax;
  private final Set<String> known;
  private final Set<String> missing = new TreeSet<>();

  /// @param known names that a placeholder may have
  TemplateReader(Environment environment, TemplateText syntax, Set<String> known) {
    this.environment = environment;
    this.syntax = syntax;
    this.known = new HashSet<>(known);
  }

  /// From now on, a placeholder may have this name, too.
  ///
  /// @return whether it is a new one
  boolean learn(String name) {
    return known.add(name);
  }

  /// Variables that are needed and not set.
  List<String> missing() {
    return List.copyOf(missing);
  }

  /// A text that goes to a service. What a variable gives is secret; its default is not.
  Template sent(DeclaredKeys keys, String key, String text) {
    return read(keys, key, text, some -> pieces(some, UNSET)).orElseGet(TemplateReader::nothing);
  }

  /// A URL, which may begin with a variable; empty where it is no template.
  Optional<Template> address(DeclaredKeys keys, String key, String text) {
    return read(keys, key, text, some -> pieces(some, UNSET_ADDRESS));
  }

  /// A text that the model is told, which knows no variables.
  Template told(DeclaredKeys keys, String key, String text) {
    return read(keys, key, text, syntax::parts).orElseGet(TemplateReader::nothing);
  }

  TreeTemplate sent(DeclaredKeys keys, String key, JsonNode json) {
    return tree(json, key, (at, text) -> sent(keys, at, text));
  }

  TreeTemplate told(DeclaredKeys keys, String key, JsonNode json) {
    return tree(json, key, (at, text) -> told(keys, at, text));
  }

  private static Template nothing() {
    return Template.fixed("");
  }

  private Optional<Template> read(
      DeclaredKeys keys, String key, String text, Function<String, List<Template.Part>> reading) {
    Optional<Template> template = keys.parsed(key, text, some -> new Template(reading.apply(some)));
    template.stream()
        .flatMap(read -> read.gaps().stream())
        .filter(gap -> !known.contains(gap.path().getFirst()))
        .forEach(gap -> keys.mistake(key, unknown(gap)));
    return template;
  }

  private String unknown(Template.Gap gap) {
    String name = gap.path().getFirst();
    String problem = "has %s, which is no argument and no step before it".formatted(gap.name());
    return UnknownKeys.nearest(name, known)
        .map(near -> problem + "; did you mean " + near + "?")
        .orElseGet(
            () ->
                problem
                    + (known.isEmpty()
                        ? ""
                        : "; there is " + String.join(", ", new TreeSet<>(known))));
  }

  /// @param unset stands for a variable that is not set, where the text begins with it
  private List<Template.Part> pieces(String text, Secret unset) {
    List<Template.Part> parts = new ArrayList<>();
    for (Environment.Piece piece : environment.pieces(text)) {
      switch (piece) {
        case Environment.Literal(String literal) -> parts.addAll(syntax.parts(literal));
        case Environment.Variable variable ->
            parts.add(part(variable, parts.isEmpty() ? unset : UNSET));
      }
    }
    return parts;
  }

  private Template.Part part(Environment.Variable variable, Secret unset) {
    if (variable.value().isPresent()) {
      return new Template.Hidden(Secret.of(variable.value().get().strip()));
    }
    if (variable.or().isPresent()) {
      return new Template.Fixed(variable.or().get());
    }
    missing.add(variable.name());
    return new Template.Hidden(unset);
  }

  @FunctionalInterface
  private interface TextReading {
    Template read(String key, String text);
  }

  private static TreeTemplate tree(JsonNode json, String key, TextReading texts) {
    if (json.isTextual()) {
      return new TreeTemplate.Text(texts.read(key, json.asText()));
    }
    if (json.isArray()) {
      List<TreeTemplate> entries = new ArrayList<>();
      for (JsonNode entry : json) {
        entries.add(tree(entry, SettingsTree.itemPath(key, entries.size()), texts));
      }
      return new TreeTemplate.Items(entries);
    }
    if (json.isObject()) {
      SequencedMap<String, TreeTemplate> entries = new LinkedHashMap<>();
      json.propertyStream()
          .forEach(
              property ->
                  entries.put(
                      property.getKey(),
                      tree(property.getValue(), key + "." + property.getKey(), texts)));
      return new TreeTemplate.Group(entries);
    }
    return new TreeTemplate.Plain(json);
  }
}
