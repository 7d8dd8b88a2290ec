package dev.parley.httptool;

import static dev.parley.httptool.ScriptedFetcher.answer;
import static dev.parley.httptool.SomeTool.get;
import static dev.parley.httptool.SomeTool.hiding;
import static dev.parley.httptool.SomeTool.json;
import static dev.parley.httptool.SomeTool.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.tool.ToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A declared tool that has secrets")
class HttpToolSecretsTest {
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
  @DisplayName("tells nobody its secrets, though the service repeats them")
  void secrets() {
    fetcher
        .then(answer(401, "text/plain", "no such key: s3cr3t/key"))
        .thenJson("{\"your\":[\"key s3cr3t/key\"],\"s3cr3t%2Fkey\":1}")
        .then(answer(200, "text/plain", "key=s3cr3t/key"));
    HttpStep step = withHeader(get("x", PLACES), new Field("X-Key", hiding("k=", "s3cr3t/key")));
    ToolDeclaration tool = SomeTool.of(step);

    assertThat(reason(run(tool, "{\"q\":\"x\"}")))
        .isEqualTo("the service answered 401: no such key: [secret]");
    assertThat(output(run(tool, "{\"q\":\"x\"}")))
        .isEqualTo("{\"your\":[\"key [secret]\"],\"[secret]\":1}");
    assertThat(output(run(tool, "{\"q\":\"x\"}"))).contains("key=[secret]");
    assertThat(fetcher.asked.getFirst().headers()).containsEntry("X-Key", "k=s3cr3t/key");
    assertThat(tool.toString()).doesNotContain("s3cr3t");
  }

  @Test
  @DisplayName("takes nothing out of answers that is too short to be a secret")
  void shortValues() {
    fetcher.thenJson("[\"Rome 5\"]");
    HttpStep step = withHeader(get("x", PLACES), new Field("X-Days", hiding("", "5")));

    assertThat(output(run(SomeTool.of(step), "{\"q\":\"x\"}"))).isEqualTo("[\"Rome 5\"]");
  }
}
