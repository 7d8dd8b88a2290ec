package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.command.ImagineCommand;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Commands in rooms")
final class RoomCommandsTest {
  private static final CommandSpec USAGE =
      new CommandSpec(
          List.of("usage"),
          "What was spent",
          List.of(CommandOption.choice("window", "Since when", false, List.of("day", "month"))),
          CommandSpec.Visibility.ASKER,
          CommandSpec.Access.EVERYONE);
  private static final CommandSpec RESET =
      new CommandSpec(
          List.of("session", "reset"),
          "Forget what was said",
          List.of(),
          CommandSpec.Visibility.EVERYONE,
          CommandSpec.Access.EVERYONE);

  private final WebHarness web =
      WebHarness.started(
          WebHarness.SETTINGS, new RecordingHandler(USAGE, RESET, new ImagineCommand().spec()));

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("The reply to a private command is seen by its asker only")
  void privateCommand() {
    web.handler.answerCommandsWith(Reply.notice("**12** tokens"));

    WebHarness.Answer answer = web.say("general", "/usage day");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("reply").path("html").asText()).contains("<strong>12</strong>");
    assertThat(answer.json().path("reply").path("tone").asText()).isEqualTo("notice");
    assertThat(web.handler.lines().getFirst().text()).isEqualTo("/usage day");
    assertThat(web.get("/api/rooms/general").json().path("posts")).isEmpty();
  }

  @Test
  @DisplayName("The reply to a command that concerns everybody is posted in the room")
  void publicCommand() {
    WebHarness.Answer answer = web.say("general", "/Session  reset");

    JsonNode posts = web.get("/api/rooms/general").json().path("posts");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(posts).hasSize(2);
    assertThat(posts.path(1).path("bot").asBoolean()).isTrue();
    assertThat(web.handler.lines().getFirst().context().mayManage()).isTrue();
  }

  @Test
  @DisplayName("A wish for a picture is a message, shown as it was typed; without words it is none")
  void wish() {
    WebHarness.Answer answer = web.say("general", "/imagine a red fox");
    web.say("general", "/imagine");
    web.say("general", "/imaginery a red fox");

    JsonNode posts = web.get("/api/rooms/general").json().path("posts");
    InboundMessage message = web.handler.accepted().getFirst();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(message.wish()).isEqualTo(Wish.PICTURE);
    assertThat(message.text()).isEqualTo("a red fox");
    assertThat(posts.path(0).path("text").asText()).isEqualTo("/imagine a red fox");
    assertThat(web.handler.accepted()).hasSize(1);
    assertThat(web.handler.lines())
        .extracting(RecordingHandler.Line::text)
        .containsExactly("/imagine", "/imaginery a red fox");
  }

  @Test
  @DisplayName("Commands are offered with their options")
  void commandOffers() {
    JsonNode commands = web.get("/api/commands").json().path("commands");

    assertThat(commands)
        .extracting(it -> it.path("line").asText())
        .containsExactly("/imagine", "/session reset", "/usage");
    assertThat(commands.path(2).path("options").path(0).path("choices"))
        .extracting(JsonNode::asText)
        .containsExactly("day", "month");
  }
}
