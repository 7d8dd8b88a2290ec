package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Fills the arguments of a function from the words of a question.
final class ToolArguments {
  private static final int MOST_CALLS = 4;

  private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");
  private static final Pattern ZONE = Pattern.compile("\\b[A-Z]\\w+/[A-Z][\\w/]+\\b");
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?i)\\b(?:in|for|at|of|about|from|on)\\s+(?:the\\s+)?"
              + "([^?!.;:]+?)(?=\\s+(?:today|tomorrow|now|right now|please)\\b|[?!.;:]|$)");
  private static final Pattern PROPER = Pattern.compile("(?<=\\s)\\p{Lu}[\\p{L}-]+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern TICKER = Pattern.compile("\\b[A-Z]{2,5}\\b");
  private static final Pattern BETWEEN_SUBJECTS = Pattern.compile("\\s*(?:,|\\band\\b)\\s*");

  private ToolArguments() {}

  /// One set of arguments for each thing asked about: the weather in two cities makes two calls.
  static List<ObjectNode> of(String question, JsonNode function) {
    JsonNode schema =
        function.path("parametersJsonSchema").isObject()
            ? function.path("parametersJsonSchema")
            : function.path("parameters");
    return subjects(withoutChoices(question, schema)).stream()
        .map(subject -> fill(question, subject, schema))
        .distinct()
        .toList();
  }

  /// In "the weather in Rome in fahrenheit", Rome is asked about.
  private static String withoutChoices(String question, JsonNode schema) {
    String bare = question;
    for (JsonNode property : schema.path("properties")) {
      for (String choice : choices(property)) {
        bare =
            bare.replaceAll(
                "(?i)\\s+(?:in|as)\\s+(?:degrees\\s+)?" + Pattern.quote(choice) + "\\b", "");
      }
    }
    return bare;
  }

  private static List<String> choices(JsonNode schema) {
    return schema.path("enum").valueStream().map(JsonNode::asText).toList();
  }

  private static Optional<String> chosen(String question, JsonNode schema) {
    String lower = question.toLowerCase(Locale.ROOT);
    return choices(schema).stream()
        .filter(choice -> lower.contains(choice.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static List<String> subjects(String question) {
    List<String> subjects =
        first(QUOTED, question)
            .map(Stream::of)
            .or(() -> first(PHRASE, question).map(BETWEEN_SUBJECTS::splitAsStream))
            .or(() -> first(PROPER, question).map(Stream::of))
            .orElseGet(Stream::of)
            .map(String::strip)
            .filter(subject -> !subject.isEmpty())
            .limit(MOST_CALLS)
            .toList();
    return subjects.isEmpty() ? List.of(question.strip()) : subjects;
  }

  private static ObjectNode fill(String question, String subject, JsonNode schema) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asText).toList();
    schema
        .path("properties")
        .propertyStream()
        .filter(
            property ->
                required.isEmpty()
                    || required.contains(property.getKey())
                    || chosen(question, property.getValue()).isPresent())
        .forEach(
            property ->
                arguments.set(
                    property.getKey(),
                    value(property.getKey(), property.getValue(), question, subject)));
    return arguments;
  }

  private static JsonNode value(String name, JsonNode schema, String question, String subject) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (schema.path("type").asText("string").toLowerCase(Locale.ROOT)) {
      case "integer" -> json.numberNode((long) number(question, schema));
      case "number" -> json.numberNode(number(question, schema));
      case "boolean" -> json.booleanNode(schema.path("default").asBoolean());
      case "array" -> json.arrayNode().add(value(name, schema.path("items"), question, subject));
      case "object" -> fill(question, subject, schema);
      default -> json.textNode(text(name, schema, question, subject));
    };
  }

  private static double number(String question, JsonNode schema) {
    return first(NUMBER, question)
        .map(Double::parseDouble)
        .orElse(schema.path("minimum").asDouble(1));
  }

  private static String text(String name, JsonNode schema, String question, String subject) {
    List<String> choices = choices(schema);
    if (!choices.isEmpty()) {
      return chosen(question, schema).orElse(choices.getFirst());
    }
    if (name.equals("ticker") || name.equals("symbol")) {
      return first(TICKER, subject).or(() -> first(TICKER, question)).orElse(subject);
    }
    if (name.toLowerCase(Locale.ROOT).contains("zone")) {
      return zone(question, subject);
    }
    return subject;
  }

  private static String zone(String question, String subject) {
    return first(ZONE, question).or(() -> zoneOfCity(subject)).orElse("UTC");
  }

  private static Optional<String> zoneOfCity(String city) {
    String ending = "/" + city.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(ending))
        .sorted()
        .findFirst();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(matcher.groupCount())) : Optional.empty();
  }
}
