package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.command.CommandSpec;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.platform.RecordingHandler;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture in a room")
final class RoomFilesTest {
  private final WebHarness web =
      WebHarness.started(
          WebHarness.SETTINGS,
          new RecordingHandler(
              new CommandSpec(
                  List.of("usage"),
                  "tells what was spent",
                  List.of(),
                  CommandSpec.Visibility.ASKER,
                  CommandSpec.Access.EVERYONE)));

  @AfterEach
  void close() {
    web.close();
  }

  private static Reply painted() {
    return with(SomePicture.file("picture-1.png", SomePicture.RED), "Picture for: <paint> it");
  }

  private static Reply with(Attachment file, String description) {
    return Reply.answer("Here it is.").with(List.of(new ReplyFile(file, description)));
  }

  private JsonNode answered(Reply reply) {
    web.say("general", "Paint it");
    try (ReplyChannel channel = web.adapter.replyTo(web.target())) {
      channel.finish(reply);
    }
    return web.get("/api/rooms/general").json().path("posts").path(1);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  @DisplayName("comes with its post, and is served as what it is, without anything that could run")
  void served() {
    web.handler.keep(SomePicture.RED);

    JsonNode file = answered(painted()).path("files").path(0);
    HttpResponse<byte[]> response = web.bytes(file.path("url").asText());

    assertThat(file.path("picture").asBoolean()).isTrue();
    assertThat(file.path("description").asText()).isEqualTo("Picture for: <paint> it");
    assertThat(response.body()).isEqualTo(SomePicture.RED.bytes());
    assertThat(header(response, "Content-Type")).isEqualTo("image/png");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Content-Security-Policy"))
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("script-src");
    assertThat(header(response, "Cache-Control")).startsWith("private, max-age=");
  }

  @Test
  @DisplayName("is not sent again to who has it")
  void notModified() {
    web.handler.keep(SomePicture.RED);
    String url = answered(painted()).path("files").path(0).path("url").asText();

    String tag = header(web.bytes(url), "ETag");

    assertThat(web.bytes(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  @DisplayName("is had by way of its own room only")
  void ownRoomOnly() {
    web.handler.keep(SomePicture.RED);
    web.handler.keep(SomePicture.BLUE);
    String url = answered(painted()).path("files").path(0).path("url").asText();

    String red = SomePicture.RED.sha256();
    assertThat(web.get(url).status()).isEqualTo(200);
    assertThat(web.get(url.replace("general", "other")).status()).isEqualTo(404);
    assertThat(web.get(url.replace(red, SomePicture.BLUE.sha256())).status()).isEqualTo(404);
    assertThat(web.get(url.replace(red, "..%2F" + red)).status()).isIn(400, 404);
  }

  @Test
  @DisplayName("is gone once its bytes are, and its post stays")
  void forgotten() {
    web.handler.keep(SomePicture.RED);
    JsonNode post = answered(painted());

    web.handler.forgetFiles();

    assertThat(web.get(post.at("/files/0/url").asText()).status()).isEqualTo(404);
    assertThat(post.path("text").asText()).isEqualTo("Here it is.");
  }

  @Test
  @DisplayName("that is something else is offered to be saved, and never shown")
  void somethingElse() {
    AttachmentContent page =
        AttachmentContent.of("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    web.handler.keep(page);

    JsonNode file =
        answered(
                with(
                    new Attachment("page.html", "text/html", page.sha256(), page.size()), "A page"))
            .path("files")
            .path(0);
    HttpResponse<byte[]> response = web.bytes(file.path("url").asText());

    assertThat(file.path("picture").asBoolean()).isFalse();
    assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(response, "Content-Disposition")).startsWith("attachment;");
  }

  @Test
  @DisplayName("comes with a command's reply to one person, in the room where it was given")
  void whispered() {
    web.handler.keep(SomePicture.RED);
    web.handler.answerCommandsWith(painted());

    JsonNode reply = web.say("general", "/usage").json().path("reply");
    String url = reply.at("/files/0/url").asText();

    assertThat(web.bytes(url).body()).isEqualTo(SomePicture.RED.bytes());
    assertThat(web.get(url.replace("general", "other")).status()).isEqualTo(404);
    assertThat(web.get("/api/rooms/general").json().path("posts")).isEmpty();
  }
}
