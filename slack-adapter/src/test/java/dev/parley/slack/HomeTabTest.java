package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.message.Reply;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.SlackPerson;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The Home tab in Slack")
@Timeout(60)
class HomeTabTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core =
      new RecordingHandler(
          spec(List.of("settings", "show")),
          spec(
              List.of("settings", "set"),
              CommandOption.choice("setting", "which one", true, List.of("model", "language")),
              CommandOption.text("value", "what it should be", true)),
          spec(
              List.of("settings", "reset"),
              CommandOption.choice("setting", "which one", true, List.of("model", "language"))),
          spec(List.of("usage")));

  private static CommandSpec spec(List<String> words, CommandOption... options) {
    return new CommandSpec(
        words,
        "does something",
        List.of(options),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @BeforeEach
  void start() {
    core.answerCommandsWith(Reply.answer("- **model**: gemini"));
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private String shown(SlackPerson person) {
    return harness.workspace.views().home(person).map(JsonNode::toString).orElse("");
  }

  private void open(SlackPerson person) {
    person.opensApp("home").await(SlackHarness.LIMIT);
    await().atMost(SlackHarness.LIMIT).until(() -> !shown(person).isEmpty());
  }

  @Test
  @DisplayName("shows the settings of the person's direct messages, and their usage")
  void opened() {
    open(harness.ann);

    assertThat(shown(harness.ann)).contains("*model*: gemini", "Usage", "Change a setting");
    assertThat(core.lines())
        .extracting(RecordingHandler.Line::text)
        .containsExactly("/settings show", "/usage");
    CommandInvocation asked = core.lines().getFirst().context();
    assertThat(asked.place().direct()).isTrue();
    assertThat(asked.place().channel()).isEqualTo(harness.workspace.dm(harness.ann));
    assertThat(asked.author().name()).isEqualTo("Ann");
  }

  @Test
  @DisplayName("takes a setting by a dialog, and shows what it is then")
  void changes() throws Exception {
    open(harness.ann);
    harness.ann.pressesAtHome("parley_home_change", "").await(SlackHarness.LIMIT);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> harness.workspace.views().dialog(harness.ann).isPresent());
    core.answerCommandsWith(Reply.answer("From now on it is German"));

    harness.ann.submits(language("German")).await(SlackHarness.LIMIT);

    await().atMost(SlackHarness.LIMIT).until(() -> shown(harness.ann).contains("it is German"));
    assertThat(harness.workspace.views().dialog(harness.ann)).isEmpty();
    assertThat(core.lines())
        .anySatisfy(
            line -> {
              assertThat(line.text()).isEqualTo("/settings set");
              assertThat(line.context().options())
                  .containsEntry("setting", "language")
                  .containsEntry("value", "German");
            });
  }

  @Test
  @DisplayName("says in the dialog what is wrong with a value")
  void complains() throws Exception {
    open(harness.ann);
    harness.ann.pressesAtHome("parley_home_change", "").await(SlackHarness.LIMIT);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> harness.workspace.views().dialog(harness.ann).isPresent());
    core.answerCommandsWith(Reply.notice("`language` has at most 60 characters."));

    harness.ann.submits(language("x")).await(SlackHarness.LIMIT);

    assertThat(harness.workspace.views().dialog(harness.ann).orElseThrow().path("errors"))
        .hasToString("{\"value\":\"language has at most 60 characters.\"}");
  }

  private static JsonNode language(String value) throws Exception {
    return new ObjectMapper()
        .readTree(
            """
            {"setting": {"input": {"type": "static_select",
              "selected_option": {"value": "language"}}},
             "value": {"input": {"type": "plain_text_input", "value": "%s"}}}"""
                .formatted(value));
  }

  @Test
  @DisplayName("takes a setting back to its default")
  void resets() throws Exception {
    open(harness.ann);
    harness.ann.pressesAtHome("parley_home_reset", "").await(SlackHarness.LIMIT);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> harness.workspace.views().dialog(harness.ann).isPresent());
    core.answerCommandsWith(Reply.answer("It is as by default."));

    harness.ann.submits(language("")).await(SlackHarness.LIMIT);

    await().atMost(SlackHarness.LIMIT).until(() -> shown(harness.ann).contains("as by default"));
    assertThat(core.lines()).extracting(RecordingHandler.Line::text).contains("/settings reset");
  }

  @Test
  @DisplayName("tells guests that they are not served, and nothing else")
  void guests() {
    SlackPerson guest = harness.workspace.outsider("Gus", SlackPerson.Standing.GUEST);

    open(guest);

    assertThat(shown(guest)).contains("I do not talk to guests").doesNotContain("Change a setting");
    assertThat(core.lines()).isEmpty();
  }
}
