package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Look;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.platform.RecordingHandler;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The API that looks at a picture")
@Timeout(60)
final class AnalyzeImageTest {
  private static final int MOST_BYTES = 200_000;
  private static final AttachmentSettings FILES =
      new AttachmentSettings(MOST_BYTES, 3, MOST_BYTES, 0, MOST_BYTES, 2, Duration.ofHours(1));
  private static final byte[] PICTURE = SomePicture.RED.bytes();

  private final WebHarness web =
      WebHarness.started(
          WebHarness.SETTINGS
              .withFiles(FILES)
              .withLimits(new WebSettings.Limits(5_000, 500, 100, 2)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  private WebHarness.Answer analyze(Multipart form) {
    return web.send(
        HttpRequest.newBuilder(web.uri("/api/analyze-image"))
            .header("Content-Type", form.type())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
  }

  @Test
  @DisplayName("tells what the model sees, and what that took")
  void described() {
    WebHarness.Answer answer = analyze(new Multipart().file("image", "red.png", PICTURE).end());

    JsonNode usage = answer.json().path("usage");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("description").asText()).isEqualTo("A red square.");
    assertThat(usage.path("promptTokens").asInt()).isEqualTo(14);
    assertThat(usage.path("completionTokens").asInt()).isEqualTo(9);
    assertThat(usage.path("totalTokens").asInt()).isEqualTo(23);
    assertThat(web.chat.looks)
        .containsExactly(
            new ScriptedChat.Asked("red.png", SomePicture.RED, "Describe this picture."));
  }

  @Test
  @DisplayName("takes a prompt before the picture, and after it")
  void prompts() {
    analyze(new Multipart().text("prompt", "Wie groß?").file("image", "a.png", PICTURE).end());
    analyze(new Multipart().file("image", "a.png", PICTURE).text("prompt", " What? ").end());

    assertThat(web.chat.looks)
        .extracting(ScriptedChat.Asked::prompt)
        .containsExactly("Wie groß?", "What?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n"})
  @DisplayName("asks for a description where the prompt is blank")
  void blankPrompt(String prompt) {
    analyze(new Multipart().text("prompt", prompt).file("image", "a.png", PICTURE).end());

    assertThat(web.chat.looks.getFirst().prompt()).isEqualTo("Describe this picture.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../../etc/passwd.png  | passwd.png
          C:\\photos\\cat.png   | cat.png
          größe.png             | größe.png
          """)
  @DisplayName("makes nothing of the path in a file's name")
  void paths(String sent, String name) {
    analyze(new Multipart().file("image", sent, PICTURE).end());

    assertThat(web.chat.looks.getFirst().name()).isEqualTo(name);
  }

  @Test
  @DisplayName("takes a picture that has no file's name")
  void nameless() {
    analyze(new Multipart().raw("Content-Disposition: form-data; name=\"image\"", PICTURE).end());

    assertThat(web.chat.looks.getFirst().picture()).isEqualTo(SomePicture.RED);
    assertThat(web.chat.looks.getFirst().name()).isEqualTo("the picture");
  }

  private static Stream<Multipart> wrong() {
    byte[] some = "x".getBytes(UTF_8);
    return Stream.of(
        new Multipart().end(),
        new Multipart().text("prompt", "What?").end(),
        new Multipart().file("image", "a.png", new byte[0]).end(),
        new Multipart().file("picture", "a.png", PICTURE).end(),
        new Multipart().file("image", "a.png", PICTURE).file("image", "b.png", PICTURE).end(),
        new Multipart()
            .file("image", "a.png", PICTURE)
            .text("prompt", "a")
            .text("prompt", "b")
            .end(),
        new Multipart().file("image", "a.png", PICTURE),
        new Multipart().file("image", "a.png", PICTURE).text("prompt", "x".repeat(501)).end(),
        new Multipart().raw("Content-Disposition: form-data", some).end(),
        new Multipart().raw("x".repeat(10_000) + ": y", some).end(),
        many());
  }

  private static Multipart many() {
    Multipart form = new Multipart().file("image", "a.png", PICTURE);
    for (int at = 0; at < 40; at++) {
      form.text("part" + at, "x");
    }
    return form.end();
  }

  @Test
  @DisplayName("says by a sentence what is wrong with a form, and asks no model")
  void wrongForms() {
    assertThat(wrong())
        .allSatisfy(
            form -> {
              WebHarness.Answer answer = analyze(form);
              assertThat(answer.status()).as(form.toString()).isEqualTo(400);
              assertThat(answer.error()).isNotBlank().doesNotContain("Exception", "jetty");
            });
    assertThat(web.chat.looks).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                  | must be multipart/form-data
          image/png                         | must be multipart/form-data
          multipart/form-data               | boundary
          multipart/form-data; boundary=    | boundary
          multipart/form-data; boundary=zzz | malformed
          """)
  @DisplayName("says what content it takes")
  void contentTypes(String type, String sentence) {
    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/analyze-image"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(PICTURE)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(ints = {MOST_BYTES + 1, 10 * MOST_BYTES})
  @DisplayName("says how large a picture may be")
  void tooLarge(int size) {
    WebHarness.Answer answer =
        analyze(new Multipart().file("image", "a.png", new byte[size]).end());

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).isEqualTo("The picture is too large: at most 195 kB are taken.");
  }

  @Test
  @DisplayName("tells why a picture is not looked at")
  void refused() {
    web.chat.sees(asked -> new Look.Refused("It has too many pixels.", false));
    WebHarness.Answer pixels = analyze(new Multipart().file("image", "a.png", PICTURE).end());
    web.chat.sees(asked -> new Look.Refused("It is too large.", true));
    WebHarness.Answer large = analyze(new Multipart().file("image", "a.png", PICTURE).end());

    assertThat(pixels.status()).isEqualTo(400);
    assertThat(pixels.error()).isEqualTo("It has too many pixels.");
    assertThat(large.status()).isEqualTo(413);
  }

  @Test
  @DisplayName("says when to come back to who may spend no more")
  void budget() {
    web.chat.sees(
        asked ->
            new Look.Shown(
                new Answer(
                    Reply.notice("Your limit is spent."),
                    ScriptedChat.USAGE,
                    Optional.of(Duration.ofMinutes(7)))));

    WebHarness.Answer answer = analyze(new Multipart().file("image", "a.png", PICTURE).end());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("420");
    assertThat(answer.error()).isEqualTo("Your limit is spent.");
  }

  @Test
  @DisplayName("tells a failure in the core's words, and a surprise without its details")
  void failures() {
    web.chat.sees(
        asked -> new Look.Shown(new Answer(Reply.failure("No luck."), ScriptedChat.USAGE)));
    WebHarness.Answer failure = analyze(new Multipart().file("image", "a.png", PICTURE).end());
    web.chat.sees(
        asked -> {
          throw new IllegalStateException("secret detail");
        });
    WebHarness.Answer surprise = analyze(new Multipart().file("image", "a.png", PICTURE).end());

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.error()).isEqualTo("No luck.");
    assertThat(surprise.status()).isEqualTo(500);
    assertThat(surprise.body()).doesNotContain("secret", "Exception");
  }

  @Test
  @DisplayName("writes nothing of what it is sent into files")
  void noFiles() throws IOException {
    Set<Path> before = temporary();

    analyze(new Multipart().file("image", "a.png", new byte[MOST_BYTES]).end());
    analyze(new Multipart().file("image", "a.png", new byte[MOST_BYTES + 1]).end());
    analyze(new Multipart().file("image", "a.png", PICTURE));

    assertThat(temporary()).isEqualTo(before);
  }

  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().contains("MultiPart"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  @DisplayName("is not for other web sites")
  void otherSites() {
    Multipart form = new Multipart().file("image", "a.png", PICTURE).end();

    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/analyze-image"))
                .header("Content-Type", form.type())
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(web.chat.looks).isEmpty();
  }
}
