package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.platform.RecordingHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A file that somebody sends with a message in a room")
@Timeout(60)
final class RoomUploadsTest {
  private static final byte[] TEXT = "<script>alert(1)</script>".getBytes(UTF_8);
  private static final AttachmentSettings FILES =
      new AttachmentSettings(50_000, 2, 60_000, 0, 50_000, 2, Duration.ofHours(1));

  private static final CommandSpec ADD =
      new CommandSpec(
          List.of("knowledge", "add"),
          "Adds",
          List.of(CommandOption.file("file", "a file")),
          CommandSpec.Visibility.ASKER,
          CommandSpec.Access.EVERYONE);

  private final WebHarness web =
      WebHarness.started(WebHarness.SETTINGS.withFiles(FILES), new RecordingHandler(ADD));

  private final Uploader uploader = new Uploader(web);

  @AfterEach
  void close() {
    web.close();
  }

  private WebHarness.Answer say(String room, String person, String text, List<String> files) {
    return web.post(
        "/api/rooms/" + room + "/messages",
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "author",
            Map.of("id", person, "name", "Ann"),
            "text",
            text,
            "files",
            files));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  @DisplayName("is handed to the core with it, which has its bytes from there")
  void toTheCore() throws IOException {
    String id = uploader.uploaded("größe & more.png", SomePicture.RED.bytes());

    WebHarness.Answer answer = say("general", Uploader.ANN, "What is it?", List.of(id));

    InboundMessage message = web.handler.accepted().getFirst();
    AttachmentRef file = message.attachments().getFirst();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(message.text()).isEqualTo("What is it?");
    assertThat(file)
        .isEqualTo(
            new AttachmentRef(
                id, "größe & more.png", "image/png", SomePicture.RED.size(), "general"));
    try (InputStream stream = web.adapter.attachments().open(RoomName.TENANT, file)) {
      assertThat(stream.readAllBytes()).isEqualTo(SomePicture.RED.bytes());
    }
  }

  @Test
  @DisplayName("needs no words beside it")
  void wordless() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());

    assertThat(say("general", Uploader.ANN, " ", List.of(id)).status()).isEqualTo(202);
    assertThat(say("general", Uploader.ANN, " ", List.of()).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("is seen by everybody in the room, a picture as such and without what could run")
  void picture() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());
    say("general", Uploader.ANN, "Look", List.of(id));

    JsonNode file = web.get("/api/rooms/general").json().at("/posts/0/files/0");
    HttpResponse<byte[]> response = web.bytes(file.path("url").asText());

    assertThat(file.path("picture").asBoolean()).isTrue();
    assertThat(file.path("name").asText()).isEqualTo("red.png");
    assertThat(file.path("size").asInt()).isEqualTo(SomePicture.RED.size());
    assertThat(response.body()).isEqualTo(SomePicture.RED.bytes());
    assertThat(header(response, "Content-Type")).isEqualTo("image/png");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Content-Security-Policy")).contains("'none'", "sandbox");
    assertThat(web.bytes(file.path("url").asText(), "If-None-Match", header(response, "ETag")))
        .satisfies(again -> assertThat(again.statusCode()).isEqualTo(304));
  }

  @Test
  @DisplayName("is only saved where it is no picture, whatever it is said to be")
  void noPicture() {
    String id = uploader.uploaded("photo*.png", TEXT);
    say("general", Uploader.ANN, "Look", List.of(id));

    JsonNode file = web.get("/api/rooms/general").json().at("/posts/0/files/0");
    HttpResponse<byte[]> response = web.bytes(file.path("url").asText());

    assertThat(file.path("picture").asBoolean()).isFalse();
    assertThat(response.body()).isEqualTo(TEXT);
    assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(response, "Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''photo%2A.png");
  }

  @Test
  @DisplayName("stands in the room also where another instance has to post the question")
  void takenOver() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());
    say("general", Uploader.ANN, "Look", List.of(id));

    assertThat(RoomMessages.spoken(web.handler.accepted().getFirst()).sent())
        .extracting(AttachmentRef::id)
        .containsExactly(id);
  }

  @Test
  @DisplayName("can be sent again with the same message, as pages do that heard no answer")
  void again() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());
    Map<String, Object> message =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "author",
            Map.of("id", Uploader.ANN, "name", "Ann"),
            "files",
            List.of(id));

    web.post("/api/rooms/general/messages", message);
    WebHarness.Answer again = web.post("/api/rooms/general/messages", message);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("receipt").asText()).isEqualTo("duplicate");
    assertThat(web.get("/api/rooms/general").json().path("posts")).hasSize(1);
  }

  @Test
  @DisplayName("is for its own room, and its own sender")
  void ownRoomOnly() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());

    WebHarness.Answer elsewhere = say("lounge", Uploader.ANN, "Look", List.of(id));
    WebHarness.Answer another = say("general", "bob-1", "Look", List.of(id));

    assertThat(List.of(elsewhere, another))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(410);
              assertThat(answer.error()).contains("not kept any more");
            });
    assertThat(web.get("/api/rooms/lounge/files/" + id).status()).isEqualTo(404);
    assertThat(web.handler.accepted()).isEmpty();
  }

  @Test
  @DisplayName("is not lost where the room is full, and counts as sent only where it is not")
  void fullRoom() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());

    web.handler.become(RecordingHandler.Mood.FULL);
    assertThat(say("general", Uploader.ANN, "Look", List.of(id)).status()).isEqualTo(429);
    assertThat(uploader.discard("bob-1", id).status()).isEqualTo(204);
    web.handler.become(RecordingHandler.Mood.ACCEPTING);

    assertThat(say("general", Uploader.ANN, "Look", List.of(id)).status()).isEqualTo(202);
    assertThat(uploader.discard(Uploader.ANN, id).status()).isEqualTo(204);
    assertThat(web.get("/api/rooms/general/files/" + id).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("goes with a command that takes files, and is kept")
  void withCommand() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());

    WebHarness.Answer answer = say("general", Uploader.ANN, "/knowledge add", List.of(id));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(web.handler.lines().getFirst().context().attachments())
        .extracting(AttachmentRef::name)
        .containsExactly("red.png");
    assertThat(uploader.discard(Uploader.ANN, id).status()).isEqualTo(204);
    assertThat(web.get("/api/rooms/general/files/" + id).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("is refused with another command, with others beyond the limit, and by a wrong name")
  void refused() {
    String id = uploader.uploaded("red.png", SomePicture.RED.bytes());

    assertThat(say("general", Uploader.ANN, "/help", List.of(id)).error())
        .contains("takes no files");
    assertThat(say("general", Uploader.ANN, "Look", List.of(id, id, id)).error())
        .contains("at most 2");
    assertThat(say("general", Uploader.ANN, "Look", List.of("../x")).status()).isEqualTo(400);
    assertThat(web.handler.accepted()).isEmpty();
    assertThat(web.handler.lines()).isEmpty();
  }

  @Test
  @DisplayName("is told to be gone once it is not kept")
  void gone() {
    AttachmentRef file =
        new AttachmentRef(UUID.randomUUID().toString(), "a", "image/png", 1, "general");

    assertThatThrownBy(() -> web.adapter.attachments().open(RoomName.TENANT, file))
        .isInstanceOfSatisfying(
            AttachmentUnavailableException.class,
            gone -> assertThat(gone.why()).isEqualTo(AttachmentUnavailableException.Why.GONE));
    assertThat(web.get("/api/rooms/general/files/" + file.id()).status()).isEqualTo(404);
  }
}
