package dev.parley.argument;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what is wrong with arguments and what would be right, so that the model can mend its call.
final class ArgumentWording {
  private static final int MOST_PROBLEMS = 6;
  private static final int LONGEST_VALUE = 60;
  private static final int MOST_CHOICES = 40;

  private final JsonNode schema;

  /// @param schema as the tool gives it
  ArgumentWording(JsonNode schema) {
    this.schema = schema;
  }

  /// One sentence part for each value that is wrong.
  String of(List<Error> problems) {
    Map<String, Set<String>> wantedTypes = wantedTypes(problems);
    Set<String> sentences = new LinkedHashSet<>();
    for (Error problem : problems) {
      String at = problem.getInstanceLocation().toString();
      if (isSum(problem) && wantedTypes.containsKey(at)) {
        continue;
      }
      sentences.add(
          problem.getKeyword().equals("type")
              ? is(problem) + " but must be " + typesWorded(wantedTypes.getOrDefault(at, Set.of()))
              : worded(problem));
    }
    List<String> told = new ArrayList<>(sentences);
    int more = told.size() - MOST_PROBLEMS;
    return more <= 0
        ? String.join("; ", told)
        : String.join("; ", told.subList(0, MOST_PROBLEMS)) + "; and " + more + " more";
  }

  private static Map<String, Set<String>> wantedTypes(List<Error> problems) {
    Map<String, Set<String>> types = new LinkedHashMap<>();
    for (Error problem : problems) {
      if (problem.getKeyword().equals("type")) {
        types
            .computeIfAbsent(problem.getInstanceLocation().toString(), _ -> new LinkedHashSet<>())
            .addAll(types(problem.getSchemaNode()));
      }
    }
    return types;
  }

  /// What only sums up problems that are told themselves.
  private static boolean isSum(Error problem) {
    return problem.getKeyword().equals("oneOf") || problem.getKeyword().equals("anyOf");
  }

  private String worded(Error problem) {
    JsonNode wanted = problem.getSchemaNode();
    return switch (problem.getKeyword()) {
      case "required" -> missing(problem);
      case "additionalProperties", "unevaluatedProperties" -> unknown(problem);
      case "enum" -> is(problem) + " but must be one of " + choices(wanted);
      case "const" -> is(problem) + " but must be " + shown(wanted);
      case "minimum" -> is(problem) + " but must be at least " + wanted.asText();
      case "maximum" -> is(problem) + " but must be at most " + wanted.asText();
      case "exclusiveMinimum" -> is(problem) + " but must be more than " + wanted.asText();
      case "exclusiveMaximum" -> is(problem) + " but must be less than " + wanted.asText();
      case "multipleOf" -> is(problem) + " but must be a multiple of " + wanted.asText();
      case "minLength" -> is(problem) + " but needs at least " + counted(wanted, "character");
      case "maxLength" -> name(problem) + " must have at most " + counted(wanted, "character");
      case "minItems" -> name(problem) + " needs at least " + counted(wanted, "entry");
      case "maxItems" -> name(problem) + " must have at most " + counted(wanted, "entry");
      case "uniqueItems" -> name(problem) + " must not have an entry twice";
      case "pattern" -> is(problem) + " but must match the pattern " + wanted.asText();
      default -> name(problem) + ": " + problem.getMessage();
    };
  }

  private String missing(Error problem) {
    JsonNode property = declared(problem, problem.getProperty());
    String what = types(property.path("type")).isEmpty() ? "" : ": it is " + described(property);
    return name(problem, problem.getProperty()) + " is missing" + what;
  }

  private static String described(JsonNode property) {
    JsonNode choices = property.path("enum");
    return choices.isArray()
        ? "one of " + choices(choices)
        : typesWorded(new LinkedHashSet<>(types(property.path("type"))));
  }

  private String unknown(Error problem) {
    JsonNode known = schema.at(parent(problem)).path("properties");
    List<String> names = new ArrayList<>();
    known.fieldNames().forEachRemaining(names::add);
    return name(problem, problem.getProperty())
        + " is not known; "
        + (names.isEmpty() ? "there are no arguments" : "there is " + String.join(", ", names));
  }

  /// Whether the value that has the wrong type must be there.
  boolean isRequired(Error problem) {
    JsonPointer at = JsonPointer.compile(problem.getInstanceLocation().toString());
    JsonPointer property = parent(problem);
    return schema
        .at(Optional.ofNullable(property.head()).map(JsonPointer::head).orElse(property))
        .path("required")
        .valueStream()
        .anyMatch(name -> name.asText().equals(at.last().getMatchingProperty()));
  }

  private JsonNode declared(Error problem, String property) {
    return schema.at(parent(problem)).path("properties").path(property);
  }

  /// Where the keyword that failed stands in the schema.
  private static JsonPointer parent(Error problem) {
    String location = problem.getSchemaLocation().toString();
    String fragment = location.substring(location.indexOf('#') + 1);
    int last = fragment.lastIndexOf('/');
    return JsonPointer.compile(last <= 0 ? "" : fragment.substring(0, last));
  }

  /// The types that a schema names.
  static List<String> types(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(JsonNode::asText).toList()
        : type.isTextual() ? List.of(type.asText()) : List.of();
  }

  private static String typesWorded(Collection<String> types) {
    return types.stream().map(ArgumentWording::withArticle).collect(Collectors.joining(" or "));
  }

  private static String withArticle(String noun) {
    if (noun.equals("null")) {
      return noun;
    }
    return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  private static String counted(JsonNode number, String what) {
    String plural = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
    return number.asText() + " " + (number.asInt() == 1 ? what : plural);
  }

  private static String choices(JsonNode choices) {
    List<String> all = choices.valueStream().map(JsonNode::asText).toList();
    return String.join(", ", all.subList(0, Math.min(all.size(), MOST_CHOICES)))
        + (all.size() > MOST_CHOICES ? " and others" : "");
  }

  private static String is(Error problem) {
    return name(problem) + " is " + shown(problem.getInstanceNode());
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      return "an array";
    }
    if (value.isObject()) {
      return "an object";
    }
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  private static String name(Error problem) {
    return named(problem.getInstanceLocation().toString());
  }

  private static String name(Error problem, String property) {
    String parent = problem.getInstanceLocation().toString();
    return parent.isEmpty() ? property : named(parent) + "." + property;
  }

  /// `/days/0/name` as `days[0].name`.
  private static String named(String pointer) {
    StringBuilder name = new StringBuilder();
    for (JsonPointer at = JsonPointer.compile(pointer); !at.matches(); at = at.tail()) {
      if (at.mayMatchElement() && !name.isEmpty()) {
        name.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(at.getMatchingProperty());
      }
    }
    return name.isEmpty() ? "what was passed" : name.toString();
  }
}
