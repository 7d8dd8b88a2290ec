package dev.parley.httptool;

import static dev.parley.httptool.ScriptedFetcher.answer;
import static dev.parley.httptool.SomeTool.field;
import static dev.parley.httptool.SomeTool.get;
import static dev.parley.httptool.SomeTool.json;
import static dev.parley.httptool.SomeTool.post;
import static dev.parley.httptool.SomeTool.selecting;
import static dev.parley.httptool.SomeTool.template;
import static dev.parley.httptool.SomeTool.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fetch.FetchRequest;
import dev.parley.fetch.Fetched;
import dev.parley.tool.ToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A declared tool")
class HttpToolTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String PLACES = "https://places.example.org/v1/search";

  private final ScriptedFetcher fetcher = new ScriptedFetcher();
  private final List<Duration> pauses = new ArrayList<>();

  private ToolResult run(ToolDeclaration tool, String arguments) {
    Questioner questioner = new Questioner(fetcher, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add);
    return new HttpTool(tool, questioner).run(json(arguments), SomeTool.CONTEXT);
  }

  private static String output(ToolResult result) {
    return ((ToolResult.Success) result).output().toString();
  }

  private static String reason(ToolResult result) {
    return ((ToolResult.Failure) result).reason();
  }

  @Test
  @DisplayName("asks one service with what another one said, and tells what was declared")
  void steps() {
    fetcher
        .thenJson("{\"results\":[{\"name\":\"Köln\",\"lat\":50.93333,\"lon\":6.95}]}")
        .thenJson("{\"now\":{\"temp\":4.5,\"code\":0},\"units\":{\"temp\":\"°C\"}}");
    HttpStep weather =
        new HttpStep(
            "weather",
            "GET",
            SomeTool.url("https://weather.example.org/at/{place.lat},{place.lon}"),
            List.of(field("unit", "{unit}"), field("days", "{days}")),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Map<String, TreeTemplate> told = new LinkedHashMap<>();
    told.put("place", new TreeTemplate.Text(template("{place.name}")));
    told.put(
        "temperature", new TreeTemplate.Text(template("{weather.now.temp} {weather.units.temp}")));
    told.put("number", new TreeTemplate.Text(template("{weather.now.temp}")));
    told.put("sky", new TreeTemplate.Text(template("{weather.now.code | sky}")));
    told.put("missing", new TreeTemplate.Text(template("{weather.now.wind}")));
    ToolDeclaration tool =
        SomeTool.telling(
            SomeTool.of(selecting(get("place", PLACES), "results[0]", ""), weather),
            new TreeTemplate.Group(new LinkedHashMap<>(told)));

    ToolResult result = run(tool, "{\"q\":\"Köln & more\"}");

    assertThat(fetcher.asked)
        .extracting(request -> request.address().toString())
        .containsExactly(
            PLACES + "?q=K%C3%B6ln%20%26%20more",
            "https://weather.example.org/at/50.93333,6.95?unit=celsius");
    assertThat(output(result))
        .isEqualTo(
            "{\"place\":\"Köln\",\"temperature\":\"4.5 °C\",\"number\":4.5,\"sky\":\"clear\"}");
  }

  @Test
  @DisplayName("tells what the last step took where nothing else is declared")
  void lastStep() {
    fetcher.thenJson("{\"a\":{\"b\":[1,2]}}");

    assertThat(output(run(SomeTool.of(selecting(get("x", PLACES), "/a/b", "")), "{\"q\":\"1\"}")))
        .isEqualTo("[1,2]");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "results[0]; {\"results\":[]}",
        "results[0]; {}",
        "/results; {\"results\":null}",
        "/results; {\"results\":\"\"}",
        "c != '0' && @.none; {\"c\":1}",
        "found; {\"found\":false}"
      })
  @DisplayName("says what it was told to say where nothing is found")
  void nothing(String select, String answer) {
    fetcher.thenJson(answer);
    HttpStep step = selecting(get("x", PLACES), select, "There is no place named {q}.");

    assertThat(reason(run(SomeTool.of(step), "{\"q\":\"Atlantis\"}")))
        .isEqualTo("There is no place named Atlantis.");
  }

  @Test
  @DisplayName("does not take a 0 for nothing")
  void zero() {
    fetcher.thenJson("{\"degrees\":0}");
    HttpStep step = selecting(get("x", PLACES), "degrees", "none");

    assertThat(output(run(SomeTool.of(step), "{\"q\":\"x\"}"))).isEqualTo("0");
  }

  @Test
  @DisplayName("sends JSON whose values stay values, with their types")
  void body() {
    fetcher.then(answer(201, "", ""));
    LinkedHashMap<String, TreeTemplate> tree = new LinkedHashMap<>();
    tree.put("text", new TreeTemplate.Text(template("Said: {q}")));
    tree.put("days", new TreeTemplate.Text(template("{days}")));
    tree.put("none", new TreeTemplate.Text(template("{none}")));
    HttpStep step = post(new BodyTemplate.Json(new TreeTemplate.Group(tree)));

    ToolResult result =
        run(SomeTool.of(step), "{\"q\":\"\\\",\\\"admin\\\":true,\\\"\",\"days\":[1]}");

    FetchRequest.Body sent = fetcher.asked.getFirst().body().orElseThrow();
    assertThat(sent.mediaType()).isEqualTo("application/json");
    assertThat(json(sent.text()))
        .isEqualTo(json("{\"text\":\"Said: \\\",\\\"admin\\\":true,\\\"\",\"days\":[1]}"));
    assertThat(output(result)).isEqualTo("{\"status\":201}");
  }

  @Test
  @DisplayName("sends forms, with several values where an argument is a list")
  void form() {
    fetcher.thenJson("{}");
    HttpStep step =
        post(new BodyTemplate.Form(List.of(field("a&b", "{q}"), field("to", "{list}"))));

    run(SomeTool.of(step), "{\"q\":\"1&c=2\",\"list\":[\"x\",\"y z\"]}");

    assertThat(fetcher.asked.getFirst().body().orElseThrow())
        .isEqualTo(
            new FetchRequest.Body(
                "application/x-www-form-urlencoded", "a%26b=1%26c%3D2&to=x&to=y%20z"));
  }

  @Test
  @DisplayName("refuses an argument that would add a header")
  void header() {
    HttpStep step = withHeader(get("x", PLACES), field("X-Name", "of {q}"));

    assertThat(reason(run(SomeTool.of(step), "{\"q\":\"a\\r\\nX-Admin: yes\"}")))
        .contains("X-Name", "one line");
    assertThat(fetcher.asked).isEmpty();
  }

  @Nested
  @DisplayName("tells of a service")
  class Services {
    private ToolResult asked(Fetched... answers) {
      List.of(answers).forEach(fetcher::then);
      return run(SomeTool.of(get("x", PLACES)), "{\"q\":\"x\"}");
    }

    @Test
    @DisplayName("that refuses, with the beginning of its reasons")
    void status() {
      assertThat(reason(asked(answer(404, "application/json", "{\"error\":\n \"no such thing\"}"))))
          .isEqualTo("the service answered 404: {\"error\": \"no such thing\"}");
      assertThat(reason(asked(answer(500, "text/plain", "x".repeat(5_000))))).hasSizeLessThan(350);
      assertThat(reason(asked(answer(502, "text/html", "<html>Bad gateway"))))
          .isEqualTo("the service answered 502");
    }

    @Test
    @DisplayName("that cannot be reached, or must not be")
    void unreachable() {
      assertThat(
              reason(asked(new Fetched.Failed("It is gone."), new Fetched.Failed("It is gone."))))
          .isEqualTo("the service could not be reached. It is gone.");
      assertThat(reason(asked(new Fetched.Refused("It is private."))))
          .isEqualTo("the service was not asked. It is private.");
    }

    @Test
    @DisplayName("that answers in words, which are marked as its own, and cut")
    void text() {
      assertThat(output(asked(answer(200, "text/plain", "It is sunny."))))
          .isEqualTo("{\"text_from_the_service\":\"It is sunny.\"}");
      assertThat(output(asked(answer(200, "text/csv", "y".repeat(500)))))
          .isEqualTo(
              "{\"text_from_the_service\":\""
                  + "y".repeat(200)
                  + "\",\"cut_after_characters\":200}");
      assertThat(output(asked(answer(200, "application/json", "[\"" + "z".repeat(300) + "\"]"))))
          .startsWith("{\"text_from_the_service\":\"[\\\"zzz")
          .contains("\"cut_after_characters\":200");
    }

    @Test
    @DisplayName("that answers with a picture, with broken JSON, or with too much of it")
    void unreadable() {
      assertThat(reason(asked(answer(200, "image/png", "…"))))
          .isEqualTo("the service answered with image/png, which is no text");
      assertThat(reason(asked(answer(200, "application/json", "{\"a\":"))))
          .isEqualTo("the service's answer is broken JSON");
      Fetched.Answer whole = answer(200, "application/json", "{\"a\":");
      Fetched.Answer cut =
          new Fetched.Answer(
              200, whole.address(), whole.mediaType(), Optional.empty(), whole.body(), true);
      assertThat(reason(asked(cut))).isEqualTo("the service's answer is longer than 1000 bytes");
    }

    @Test
    @DisplayName("whose answer is not of the kind that the declaration expects")
    void unexpected() {
      fetcher.thenJson("{\"a\":{}}");
      HttpStep step = selecting(get("x", PLACES), "sum(a)", "");

      assertThat(reason(run(SomeTool.of(step), "{\"q\":\"x\"}")))
          .isEqualTo("the service's answer is not of the expected kind");
    }
  }

  @Nested
  @DisplayName("asks once more")
  class Again {
    private ToolResult asked(HttpStep step, Fetched... answers) {
      List.of(answers).forEach(fetcher::then);
      return run(SomeTool.of(step), "{\"q\":\"x\"}");
    }

    private Fetched busy(String retryAfter) {
      return answer(429, "text/plain", "busy", Optional.of(retryAfter));
    }

    @Test
    @DisplayName("where the service was busy or did not answer, after a pause")
    void again() {
      assertThat(output(asked(get("x", PLACES), busy("2"), answer(200, "", "1")))).isEqualTo("1");
      assertThat(output(asked(get("x", PLACES), answer(503, "", ""), answer(200, "", "2"))))
          .isEqualTo("2");
      assertThat(output(asked(get("x", PLACES), new Fetched.Failed("Gone."), answer(200, "", "3"))))
          .isEqualTo("3");
      assertThat(
              output(
                  asked(
                      get("x", PLACES),
                      busy("Wed, 25 Nov 2026 10:00:03 GMT"),
                      answer(200, "", "4"))))
          .isEqualTo("4");
      assertThat(fetcher.asked).hasSize(8);
      assertThat(pauses)
          .containsExactly(
              Duration.ofSeconds(2),
              Duration.ofMillis(300),
              Duration.ofMillis(300),
              Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("but not a third time, and not where there is no time for it")
    void limits() {
      assertThat(reason(asked(get("x", PLACES), busy("1"), busy("1")))).contains("429");
      assertThat(reason(asked(get("x", PLACES), busy("9")))).contains("429");
      assertThat(fetcher.asked).hasSize(3);
    }

    @Test
    @DisplayName("but not where the same would come of it, or something might be done twice")
    void never() {
      HttpStep change = post(new BodyTemplate.Text("text/plain", template("{q}")));

      assertThat(reason(asked(get("x", PLACES), answer(500, "", "")))).contains("500");
      assertThat(reason(asked(change, busy("1")))).contains("429");
      assertThat(reason(asked(change, new Fetched.Failed("Gone.")))).contains("Gone.");
      assertThat(fetcher.asked).hasSize(3);
    }
  }
}
