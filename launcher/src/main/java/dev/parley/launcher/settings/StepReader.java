package dev.parley.launcher.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.httptool.BodyTemplate;
import dev.parley.httptool.Field;
import dev.parley.httptool.HeaderRules;
import dev.parley.httptool.HttpStep;
import dev.parley.httptool.Selection;
import dev.parley.httptool.Template;
import dev.parley.httptool.ToolLimits;
import dev.parley.httptool.UrlTemplate;
import dev.parley.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the steps of a tool in their order.
final class StepReader {
  static final List<String> KEYS =
      List.of("name", "method", "url", "query", "headers", "body", "select", "when-empty");
  private static final Map<String, String> METHODS =
      Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
          .collect(Collectors.toMap(Function.identity(), Function.identity()));
  private static final List<String> BODY_KEYS = List.of("json", "form", "text", "media-type");
  private static final String PLAIN = "text/plain";

  private final TemplateReader templates;
  private final ToolSpec spec;
  private final ToolLimits limits;

  StepReader(TemplateReader templates, ToolSpec spec, ToolLimits limits) {
    this.templates = templates;
    this.spec = spec;
    this.limits = limits;
  }

  /// Reads a step; empty where it has no URL that could be asked.
  ///
  /// @param number of the step, from one
  Optional<HttpStep> read(DeclaredKeys keys, int number) {
    String method = keys.choice("method", METHODS).orElse("GET");
    Optional<UrlTemplate> url = url(keys);
    List<Field> query = fields(keys, "query");
    List<Field> headers = headers(keys);
    Optional<BodyTemplate> body = keys.group("body", BODY_KEYS).flatMap(this::body);
    if (body.isPresent() && (method.equals("GET") || method.equals("HEAD"))) {
      keys.mistake("body", "is there, but " + method + " sends none; write another method");
    }
    Optional<Selection> select =
        keys.text("select").flatMap(text -> keys.parsed("select", text, Selection::of));
    Optional<Template> whenEmpty =
        keys.text("when-empty").map(text -> templates.told(keys, "when-empty", text));
    String name = name(keys, number);
    Optional<HttpStep> step =
        url.map(to -> new HttpStep(name, method, to, query, headers, body, select, whenEmpty));
    step.ifPresent(read -> check(keys, read));
    return step;
  }

  private String name(DeclaredKeys keys, int number) {
    String name = keys.text("name").orElse("step" + number);
    if (!name.matches("\\w+")) {
      keys.mistake("name", "is \"" + name + "\" but needs letters, digits and _ only");
    } else if (!templates.learn(name)) {
      keys.mistake("name", "is " + name + ", as an argument or a step before it");
    }
    return name;
  }

  private Optional<UrlTemplate> url(DeclaredKeys keys) {
    return Optional.of(keys.needed("url", "where the service is"))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> templates.address(keys, "url", text))
        .flatMap(address -> keys.parsed("url", address, UrlTemplate::of));
  }

  private List<Field> fields(DeclaredKeys keys, String key) {
    List<Field> fields = new ArrayList<>();
    keys.freeGroup(key)
        .ifPresent(
            group ->
                group
                    .allTexts()
                    .forEach(
                        (name, text) ->
                            fields.add(new Field(name, templates.sent(group, name, text)))));
    return fields;
  }

  private List<Field> headers(DeclaredKeys keys) {
    List<Field> headers = fields(keys, "headers");
    for (Field header : headers) {
      try {
        HeaderRules.check(header);
      } catch (IllegalArgumentException wrong) {
        keys.mistake("headers." + header.name(), String.valueOf(wrong.getMessage()));
      }
    }
    return headers;
  }

  private Optional<BodyTemplate> body(DeclaredKeys body) {
    List<String> kinds = Stream.of("json", "form", "text").filter(body::has).toList();
    if (kinds.size() != 1) {
      body.mistakeHere("needs exactly one of json, form and text");
      return Optional.empty();
    }
    if (body.has("media-type") && !body.has("text")) {
      body.mistake("media-type", "belongs to text; json and form have their own");
    }
    return switch (kinds.getFirst()) {
      case "json" -> {
        JsonNode json = body.json("json").orElseThrow();
        yield Optional.of(new BodyTemplate.Json(templates.sent(body, "json", json)));
      }
      case "form" -> Optional.of(new BodyTemplate.Form(fields(body, "form")));
      default -> body.text("text").map(text -> plain(body, text));
    };
  }

  private BodyTemplate plain(DeclaredKeys body, String text) {
    String mediaType = body.text("media-type").orElse(PLAIN);
    Template template = templates.sent(body, "text", text);
    if (!mediaType.startsWith(PLAIN) && !template.gaps().isEmpty()) {
      body.mistake(
          "text",
          "has a placeholder, which only %s, json and form may have: nothing else keeps a value"
                  .formatted(PLAIN)
              + " from becoming more than a value");
    }
    if (!mediaType.matches("[\\w.+-]+/[\\w.+-]+(; ?charset=[\\w-]+)?")) {
      body.mistake("media-type", "is \"" + mediaType + "\" but needs one such as text/plain");
    }
    return new BodyTemplate.Text(mediaType, template);
  }

  private void check(DeclaredKeys keys, HttpStep step) {
    // as long as a variable is missing, nothing is sent
    if (templates.missing().isEmpty() && !step.isConfidential(limits.privateHosts())) {
      keys.mistake(
          "url", "gets a secret sent, so it needs https://, or a host that is in private-hosts");
    }
    for (Template.Gap gap : step.neededGaps()) {
      String argument = gap.path().getFirst();
      if (mayBeMissing(argument)) {
        keys.mistakeHere(
            "cannot do without %s; list %s below parameters.required, or give it a default"
                .formatted(gap.name(), argument));
      }
    }
  }

  private boolean mayBeMissing(String argument) {
    JsonNode property = spec.parameters().path("properties").path(argument);
    return !property.isMissingNode()
        && !property.has("default")
        && spec.parameters()
            .path("required")
            .valueStream()
            .noneMatch(required -> required.asText().equals(argument));
  }
}
