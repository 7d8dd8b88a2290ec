package dev.parley.httptool;

import static dev.parley.httptool.SomeTool.get;
import static dev.parley.httptool.SomeTool.json;
import static dev.parley.httptool.SomeTool.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fetch.Fetched;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A declared tool that changes something each time anew")
class UnknownOutcomeTest {
  private final ScriptedFetcher fetcher = new ScriptedFetcher();

  private static HttpStep sending() {
    return new HttpStep(
        "sent",
        "POST",
        SomeTool.url("https://api.example.org/{q}"),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ToolResult run(ToolEffect effect, HttpStep... steps) {
    ToolDeclaration like = SomeTool.of(steps);
    ToolDeclaration tool =
        new ToolDeclaration(
            like.spec(), effect, like.doing(), like.limits(), like.steps(), like.result());
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new HttpTool(tool, new Questioner(fetcher, clock, _ -> {}))
        .run(json("{\"q\":\"x\"}"), SomeTool.CONTEXT);
  }

  @Test
  @DisplayName("may have done it where the service does not answer")
  void noAnswer() {
    fetcher.then(new Fetched.Failed("It did not answer in time."));

    ToolResult result = run(ToolEffect.CHANGES, sending());

    assertThat(result)
        .isEqualTo(
            new ToolResult.Unknown("the service could not be reached. It did not answer in time."));
    assertThat(fetcher.asked).hasSize(1);
  }

  @Test
  @DisplayName("may have done it where the service says that something broke on its side")
  void serverError() {
    fetcher.then(ScriptedFetcher.answer(504, "text/plain", "too late"));

    assertThat(run(ToolEffect.CHANGES, sending())).isInstanceOf(ToolResult.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429})
  @DisplayName("has not done it where the service refuses")
  void refused(int status) {
    fetcher.then(ScriptedFetcher.answer(status, "text/plain", "no"));

    assertThat(run(ToolEffect.CHANGES, sending())).isInstanceOf(ToolResult.Failure.class);
  }

  @Test
  @DisplayName("has not done it where the service must not be asked, or a step before failed")
  void nothingSent() {
    fetcher.then(new Fetched.Refused("It is private."));
    assertThat(run(ToolEffect.CHANGES, sending())).isInstanceOf(ToolResult.Failure.class);

    fetcher.then(ScriptedFetcher.answer(404, "text/plain", "no"));
    assertThat(run(ToolEffect.CHANGES, get("before", "https://api.example.org/"), sending()))
        .isInstanceOf(ToolResult.Failure.class);
  }

  @Test
  @DisplayName("may have done it where what comes after goes wrong")
  void brokenAfterwards() {
    fetcher.thenJson("{").thenJson("{}").thenJson("{}");

    assertThat(run(ToolEffect.CHANGES, sending())).isInstanceOf(ToolResult.Unknown.class);
    assertThat(
            run(
                ToolEffect.CHANGES,
                sending(),
                selecting(get("after", "https://api.example.org/"), "results[0]", "nothing")))
        .isInstanceOf(ToolResult.Unknown.class);
  }

  @Test
  @DisplayName("is no longer such a tool where it can be repeated")
  void repeatable() {
    fetcher.then(new Fetched.Failed("It did not answer in time."));

    assertThat(run(ToolEffect.SETS, sending())).isInstanceOf(ToolResult.Failure.class);
  }
}
