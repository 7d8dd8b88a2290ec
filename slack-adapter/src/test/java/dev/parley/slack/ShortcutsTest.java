package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("From a message's menu, and where the bot is opened")
@Timeout(60)
class ShortcutsTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");
  private final SlackPerson bob = harness.workspace.person("Bob");

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private InboundMessage asked() {
    await().atMost(SlackHarness.LIMIT).until(() -> asker().isPresent());
    return asker().orElseThrow();
  }

  private Optional<InboundMessage> asker() {
    return core.accepted().stream()
        .filter(message -> message.author().name().equals("Ann"))
        .findFirst();
  }

  private static JsonNode typed(String question) {
    ObjectNode values = new ObjectMapper().createObjectNode();
    values
        .putObject("question")
        .putObject("text")
        .put("type", "plain_text_input")
        .put("value", question);
    return values;
  }

  @Test
  @DisplayName("a thread is summarised in that thread, for whoever chose it")
  void summarises() {
    SaidMessage root = bob.says(channel, "The build is red");
    SaidMessage reply = bob.says(channel, "Since noon", root.ts());

    assertThat(harness.ann.uses("parley_summarise", channel, reply.ts()).await(SlackHarness.LIMIT))
        .isTrue();

    InboundMessage question = asked();
    assertThat(question.text()).startsWith("Summarise this thread");
    assertThat(question.author().name()).isEqualTo("Ann");
    assertThat(question.place().thread().orElseThrow().value()).endsWith(root.ts());
    assertThat(harness.adapter.saidBefore(question).said())
        .extracting(line -> line.text())
        .containsExactly("The build is red", "Since noon");
    assertThat(root.replies()).extracting(ShownMessage::text).last().asString().contains("Ann");
  }

  @Test
  @DisplayName("a question about a message is taken by a dialog, and asked in its thread")
  void asksAbout() {
    SaidMessage message = bob.says(channel, "The build is red");
    harness.ann.uses("parley_ask_about", channel, message.ts()).await(SlackHarness.LIMIT);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> harness.workspace.views().dialog(harness.ann).isPresent());

    harness.ann.submits(typed("Why is that?")).await(SlackHarness.LIMIT);

    InboundMessage question = asked();
    assertThat(question.text()).isEqualTo("Why is that?");
    assertThat(question.place().thread().orElseThrow().value()).endsWith(message.ts());
    assertThat(harness.workspace.views().dialog(harness.ann)).isEmpty();
  }

  @Test
  @DisplayName("somebody is told in private where the bot cannot write")
  void notInChannel() {
    String foreign = harness.workspace.foreignChannel("secret");
    SaidMessage message = bob.says(foreign, "The build is red");

    harness.ann.uses("parley_summarise", foreign, message.ts()).await(SlackHarness.LIMIT);

    await().atMost(SlackHarness.LIMIT).until(() -> !harness.workspace.botMessages().isEmpty());
    assertThat(harness.workspace.botMessages().getFirst().text())
        .contains("I cannot write here", "Invite me");
    assertThat(core.accepted()).isEmpty();
  }

  @Test
  @DisplayName("prompts are suggested where a conversation is opened, and not at home")
  void prompts() {
    String dm = harness.workspace.dm(harness.ann);
    harness.ann.opensApp("home").await(SlackHarness.LIMIT);
    assertThat(harness.slack.calls("assistant.threads.setSuggestedPrompts")).isEmpty();

    harness.ann.opensApp("messages").await(SlackHarness.LIMIT);

    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> !harness.workspace.pane().suggestedPrompts(dm).isEmpty());
    assertThat(harness.workspace.pane().suggestedPrompts(dm))
        .containsExactly("What can you do?", "Tell me a story");
  }
}
