package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What tools do for an answer in a room")
@Timeout(value = 60, unit = SECONDS)
final class ToolStepsTest {
  private static final ToolStep WEATHER = new ToolStep("0-0", "Weather: Paris", State.RUNNING, "");
  private static final ToolStep PAGE =
      new ToolStep("0-1", "Fetch page: example.org", State.RUNNING, "");

  private final WebHarness web = WebHarness.started();

  @AfterEach
  void close() {
    web.close();
  }

  private static ToolStep now(ToolStep step, State state, String detail) {
    return new ToolStep(step.id(), step.title(), state, detail);
  }

  private static JsonNode steps(Events.Event event) {
    return event.data().path("drafts").path(0).path("steps");
  }

  @Test
  @DisplayName(
      "is told to pages while it happens, also to those that come later, and stays after it")
  void told() {
    web.say("general", "Hello");

    try (Events events = web.events("general", "");
        ReplyChannel channel = web.adapter.replyTo(web.target())) {
      channel.working("Using get_weather…");
      channel.step(WEATHER);
      channel.step(PAGE);
      Events.Event running = events.until(it -> steps(it).size() == 2);
      channel.step(now(PAGE, State.FAILED, "took too long"));
      events.until(it -> steps(it).path(1).path("state").asText().equals("failed"));
      try (Events reloaded = web.events("general", "")) {
        Events.Event whole = reloaded.next();

        assertThat(steps(whole).path(0).path("state").asText()).isEqualTo("running");
        assertThat(steps(whole).path(1).path("detail").asText()).isEqualTo("took too long");
      }
      channel.step(now(WEATHER, State.DONE, ""));
      channel.stream("Sunny");
      channel.finish(Reply.answer("Sunny."));
      Events.Event done = events.until(it -> !it.data().path("posts").isEmpty());

      assertThat(steps(running).path(0).path("title").asText()).isEqualTo("Weather: Paris");
      assertThat(running.data().path("drafts").path(0).path("status").asText())
          .isEqualTo("Using get_weather…");
      JsonNode post = done.data().path("posts").path(0);
      assertThat(post.path("text").asText()).isEqualTo("Sunny.");
      assertThat(post.path("steps").findValuesAsText("state")).containsExactly("done", "failed");
    }
  }
}
