package dev.parley.argument;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the JSON Schemas of tools, each once. Nothing that a schema refers to is loaded from
/// anywhere. Safe for use by many threads at once.
public final class ArgumentSchemas {
  private static final String USUAL = "https://json-schema.org/draft/2020-12/schema";
  private static final int MOST_REMEMBERED = 1_000;
  private static final int MOST_PROBLEMS = 3;

  private final SchemaRegistry registry =
      SchemaRegistry.withDialects(
          List.of(
              Dialects.getDraft202012(),
              Dialects.getDraft201909(),
              Dialects.getDraft7(),
              Dialects.getDraft6(),
              Dialects.getDraft4()),
          builder ->
              builder
                  .defaultDialectId(USUAL)
                  // what one tool calls its schema is nothing to another tool
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(configuration())
                  .schemaLoader(loader -> loader.allow(iri -> isItsOwn(iri.toString()))));

  private final Map<JsonNode, SchemaReading> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, SchemaReading> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private static SchemaRegistryConfig configuration() {
    return SchemaRegistryConfig.builder()
        .locale(Locale.ENGLISH)
        .formatAssertionsEnabled(false)
        .regularExpressionFactory(InterruptiblePattern::new)
        .build();
  }

  /// Schemas of schemas, which the library has with it.
  private static boolean isItsOwn(String iri) {
    return iri.startsWith("https://json-schema.org/") || iri.startsWith("http://json-schema.org/");
  }

  /// What a schema says.
  public SchemaReading read(JsonNode schema) {
    synchronized (remembered) {
      return remembered.computeIfAbsent(schema, this::compiled);
    }
  }

  /// Checks the arguments of a call.
  public CheckedArguments check(JsonNode schema, JsonNode arguments) {
    return switch (read(schema)) {
      case SchemaReading.Usable(ArgumentSchema usable) -> usable.check(arguments);
      case SchemaReading.Broken(String problem) ->
          new CheckedArguments.Unfitting("the tool's own JSON Schema " + problem);
    };
  }

  private SchemaReading compiled(JsonNode schema) {
    try {
      List<Error> problems = problems(schema);
      if (!problems.isEmpty()) {
        return new SchemaReading.Broken(worded(problems));
      }
      Schema compiled = registry.getSchema(schema);
      compiled.initializeValidators();
      return new SchemaReading.Usable(new ArgumentSchema(schema, compiled));
    } catch (SchemaException broken) {
      return new SchemaReading.Broken("cannot be used: " + firstLine(broken));
    } catch (StackOverflowError endless) {
      return new SchemaReading.Broken("refers to itself without end");
    }
  }

  private List<Error> problems(JsonNode schema) {
    String dialect = schema.path("$schema").asText(USUAL);
    return registry.getSchema(SchemaLocation.of(dialect)).validate(schema);
  }

  private static String worded(List<Error> problems) {
    return problems.stream()
        .limit(MOST_PROBLEMS)
        .map(problem -> "at " + place(problem) + " " + problem.getMessage())
        .collect(Collectors.joining("; ", "is none: ", ""));
  }

  private static String place(Error problem) {
    String pointer = problem.getInstanceLocation().toString();
    return pointer.isEmpty() ? "its top" : pointer;
  }

  private static String firstLine(SchemaException broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
  }
}
