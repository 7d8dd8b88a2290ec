package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/// Ann and others, who upload files to a room.
final class Uploader {
  static final String ANN = "ann-1";

  private final WebHarness web;

  Uploader(WebHarness web) {
    this.web = web;
  }

  WebHarness.Answer upload(String room, String person, String name, BodyPublisher body) {
    String query = "?author=" + person + "&name=" + URLEncoder.encode(name, UTF_8);
    return web.send(
        HttpRequest.newBuilder(web.uri("/api/rooms/" + room + "/files" + query))
            .header("Content-Type", "image/png")
            .POST(body));
  }

  WebHarness.Answer upload(String name, byte[] content) {
    return upload("general", ANN, name, BodyPublishers.ofByteArray(content));
  }

  String uploaded(String name, byte[] content) {
    WebHarness.Answer answer = upload(name, content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  WebHarness.Answer discard(String person, String id) {
    return web.send(
        HttpRequest.newBuilder(web.uri("/api/rooms/general/files/" + id + "?author=" + person))
            .DELETE());
  }
}
