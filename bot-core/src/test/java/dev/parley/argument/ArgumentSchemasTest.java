package dev.parley.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Arguments of tools")
@Timeout(30)
class ArgumentSchemasTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String WEATHER =
      """
      {"type":"object","required":["location"],"additionalProperties":false,"properties":{
        "location":{"type":"string","minLength":2},
        "unit":{"type":"string","enum":["celsius","fahrenheit"]},
        "days":{"type":"integer","minimum":1,"maximum":7},
        "tags":{"type":"array","maxItems":2,"items":{"type":["number","boolean"]}},
        "height":{"anyOf":[{"type":"integer"},{"type":"null"}]},
        "detailed":{"type":"boolean"},
        "area":{"$ref":"#/$defs/area"}},
       "$defs":{"area":{"type":"object","required":["radius"],
         "properties":{"radius":{"type":"number","exclusiveMinimum":0}}}}}
      """;

  private final ArgumentSchemas schemas = new ArgumentSchemas();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private CheckedArguments check(String schema, String arguments) {
    return schemas.check(json(schema), json(arguments));
  }

  private static String reason(CheckedArguments checked) {
    return ((CheckedArguments.Unfitting) checked).reason();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{} ~ location is missing: it is a string",
        "{\"location\":\"Rome\",\"unit\":\"kelvin\"} ~ "
            + "unit is \"kelvin\" but must be one of celsius, fahrenheit",
        "{\"location\":\"Rome\",\"days\":\"many\"} ~ days is \"many\" but must be an integer",
        "{\"location\":\"Rome\",\"days\":9} ~ days is 9 but must be at most 7",
        "{\"location\":\"x\"} ~ location is \"x\" but needs at least 2 characters",
        "{\"location\":\"Rome\",\"tags\":[1,{}]} ~ "
            + "tags[1] is an object but must be a number or a boolean",
        "{\"location\":\"Rome\",\"tags\":[1,2,3]} ~ tags must have at most 2 entries",
        "{\"location\":\"Rome\",\"height\":\"tall\"} ~ "
            + "height is \"tall\" but must be an integer or null",
        "{\"location\":\"Rome\",\"area\":{}} ~ area.radius is missing: it is a number",
        "{\"location\":\"Rome\",\"area\":{\"radius\":0}} ~ area.radius is 0 but must be more than 0",
        "{\"location\":null} ~ location is null but must be a string",
        "{\"location\":\"Rome\",\"town\":1} ~ town is not known; "
            + "there is location, unit, days, tags, height, detailed, area",
        "[] ~ what was passed is an array but must be an object",
        "{\"unit\":\"k\",\"days\":0} ~ location is missing: it is a string; "
            + "unit is \"k\" but must be one of celsius, fahrenheit; days is 0 but must be at least 1"
      })
  @DisplayName("that do not fit are told of, with what would be right")
  void wrong(String arguments, String reason) {
    assertThat(reason(check(WEATHER, arguments)).split("; "))
        .containsExactlyInAnyOrder(reason.split("; "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"location\":\"Rome\",\"days\":\"5\"}; {\"location\":\"Rome\",\"days\":5}",
        "{\"location\":\"Rome\",\"days\":\" 5.0 \"}; {\"location\":\"Rome\",\"days\":5}",
        "{\"location\":\"Rome\",\"detailed\":\"True\"}; {\"location\":\"Rome\",\"detailed\":true}",
        "{\"location\":\"Rome\",\"tags\":[\"1.5\",\"false\"]}; "
            + "{\"location\":\"Rome\",\"tags\":[1.5,false]}",
        "{\"location\":\"Rome\",\"area\":{\"radius\":\"2e3\"}}; "
            + "{\"location\":\"Rome\",\"area\":{\"radius\":2E+3}}",
        "{\"location\":10115}; {\"location\":\"10115\"}",
        "{\"location\":\"Rome\",\"unit\":null}; {\"location\":\"Rome\"}",
        "{\"location\":\"Rome\",\"height\":null}; {\"location\":\"Rome\",\"height\":null}"
      })
  @DisplayName("are put right where only one thing can be meant")
  void mended(String arguments, String mended) {
    CheckedArguments checked = check(WEATHER, arguments);

    assertThat(checked).isInstanceOf(CheckedArguments.Fitting.class);
    assertThat(((CheckedArguments.Fitting) checked).arguments()).hasToString(mended);
  }

  @Test
  @DisplayName("are left as they were handed over")
  void copied() {
    JsonNode given = json("{\"location\":\"Rome\",\"days\":\"5\"}");

    schemas.check(json(WEATHER), given);

    assertThat(given).hasToString("{\"location\":\"Rome\",\"days\":\"5\"}");
  }

  @Test
  @DisplayName("of one of several types are told of once")
  void oneOf() {
    String schema =
        "{\"properties\":{\"who\":{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}}}";

    assertThat(reason(check(schema, "{\"who\":[]}")))
        .isEqualTo("who is an array but must be a string or an object");
  }

  @Test
  @DisplayName("may be none where none is needed")
  void none() {
    assertThat(schemas.check(json("{\"type\":\"object\"}"), MissingNode.getInstance()))
        .isInstanceOf(CheckedArguments.Fitting.class);
  }

  @Test
  @DisplayName("are told of by their first six mistakes")
  void many() {
    assertThat(
            reason(
                check(
                    "{\"properties\":{\"list\":{\"items\":{\"type\":\"object\"}}}}",
                    "{\"list\":[1,2,3,4,5,6,7,8]}")))
        .contains("list[5] is 6")
        .doesNotContain("is 7")
        .endsWith("; and 2 more");
  }

  @Test
  @DisplayName("are looked through for a pattern only until the thread is interrupted")
  void interrupted() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}}}";
    check(schema, "{}");

    Thread.currentThread().interrupt();
    Throwable end = catchThrowable(() -> check(schema, "{\"a\":\"aaaa!\"}"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(end).isInstanceOf(CancellationException.class);
  }

  @Test
  @DisplayName("match a pattern at a last line break only where it says so")
  void lineBreak() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^x$\"}}}";

    assertThat(check(schema, "{\"a\":\"x\"}")).isInstanceOf(CheckedArguments.Fitting.class);
    assertThat(check(schema, "{\"a\":\"x\\n\"}")).isInstanceOf(CheckedArguments.Unfitting.class);
  }

  @Nested
  @DisplayName("are not checked against a schema")
  class Broken {
    private String problem(String schema) {
      return ((SchemaReading.Broken) schemas.read(json(schema))).problem();
    }

    @Test
    @DisplayName("that is none")
    void none() {
      assertThat(problem("{\"type\":\"objekt\",\"properties\":{\"a\":{\"minLength\":\"x\"}}}"))
          .startsWith("is none: at ")
          .contains("/properties/a/minLength string found, integer expected", "at /type");
      assertThat(problem("{\"properties\":{\"a\":{\"pattern\":\"(\"}}}"))
          .contains("Unclosed group");
      assertThat(problem("{\"$ref\":\"#/$defs/none\"}")).contains("cannot be resolved");
      assertThat(problem("\"text\"")).startsWith("is none");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://127.0.0.1:1/schema.json",
          "https://example.org/schema.json",
          "classpath:logback.xml",
          "resource:/schema.json",
          "file:///etc/hostname"
        })
    @DisplayName("that would have to be loaded from somewhere")
    void elsewhere(String reference) {
      assertThat(
              problem(
                  "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"" + reference + "\"}}}"))
          .startsWith("cannot be used");
      assertThat(problem("{\"$schema\":\"" + reference + "\",\"type\":\"object\"}"))
          .startsWith("cannot be used");
    }

    @Test
    @DisplayName("that could be loaded, which is not even tried")
    void notLoaded(@TempDir Path folder) throws Exception {
      Path file = Files.writeString(folder.resolve("schema.json"), "{}");
      AtomicInteger asked = new AtomicInteger();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
          });
      server.start();
      try {
        String served = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";
        for (String there : List.of(served, file.toUri().toString())) {
          assertThat(problem("{\"$ref\":\"" + there + "\"}")).startsWith("cannot be used");
        }
      } finally {
        server.stop(0);
      }

      assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("that refers to itself without end")
    void endless() {
      assertThat(reason(check("{\"$ref\":\"#\"}", "{}"))).contains("without end");
    }
  }

  @Test
  @DisplayName("are checked as the schema's own dialect says")
  void dialect() {
    String draft4 =
        "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"type\":\"object\","
            + "\"properties\":{\"a\":{\"minimum\":3,\"exclusiveMinimum\":true}}}";

    assertThat(check(draft4, "{\"a\":3}")).isInstanceOf(CheckedArguments.Unfitting.class);
    assertThat(check(draft4, "{\"a\":4}")).isInstanceOf(CheckedArguments.Fitting.class);
  }
}
