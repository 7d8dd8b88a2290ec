package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.ProviderFile;
import dev.parley.demo.protocol.Step;
import dev.parley.gemini.GeminiSettings;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.RemoteMedia;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file at Gemini")
@Timeout(60)
class GeminiFilesTest {
  /// The client library's pieces: a multiple of them is what it fails on.
  private static final int SIZE = 16 << 20;

  @TempDir Path folder;

  private final GeminiBench bench = GeminiBench.start();

  @AfterEach
  void stop() {
    bench.close();
  }

  private ProviderFile given() throws IOException {
    Path path = folder.resolve("large");
    Files.write(path, new byte[SIZE]);
    try (FileChannel content = FileChannel.open(path, StandardOpenOption.READ)) {
      content.read(ByteBuffer.allocate(10));
      return bench.model.files().give(content, "audio/mp3");
    }
  }

  private Heard shown(ProviderFile file) {
    bench.gemini.next(Step.text("A song."), Step.finish("STOP"));
    ModelMessage question =
        new ModelMessage.FromUser(
            "What is it?", List.of(), List.of(new RemoteMedia("audio/mp3", file.uri(), 60, SIZE)));
    return bench.hear(ModelRequests.of(question));
  }

  @Test
  @DisplayName("is there whole, with its type, and is shown by its address alone")
  void shown() throws IOException {
    ProviderFile file = given();

    assertThat(bench.files().at(file.uri()))
        .hasValueSatisfying(
            kept -> {
              assertThat(kept.size()).isEqualTo(SIZE);
              assertThat(kept.mediaType()).isEqualTo("audio/mp3");
            });
    assertThat(file.expires()).isAfter(Instant.now().plus(Duration.ofHours(47)));
    assertThat(shown(file).text()).isEqualTo("A song.");
    assertThat(bench.gemini.requests().getLast().contents().getFirst().toString())
        .contains("\"fileUri\":\"" + file.uri() + "\"")
        .doesNotContain("inlineData");
  }

  @Test
  @DisplayName("is known to be there until it is erased, and then refused")
  void erased() throws IOException {
    ProviderFile file = given();

    assertThat(bench.model.files().has(file)).isTrue();
    bench.model.files().erase(file.name());
    bench.model.files().erase(file.name());

    assertThat(bench.model.files().has(file)).isFalse();
    assertThat(bench.files().count()).isZero();
    assertThatThrownBy(() -> shown(file)).isInstanceOf(ModelRejectedException.class);
  }

  @Test
  @DisplayName("is looked at as closely as the settings say")
  void resolution() {
    try (GeminiBench close =
        GeminiBench.start(new GeminiBench.Settings().looking(GeminiSettings.Resolution.LOW))) {
      close.gemini.next(Step.text("Yes."), Step.finish("STOP"));
      close.hear(ModelRequests.asking("Do you see it?"));

      assertThat(resolution(close)).isEqualTo("MEDIA_RESOLUTION_LOW");
    }
    bench.gemini.next(Step.text("Yes."), Step.finish("STOP"));
    bench.hear(ModelRequests.asking("Do you see it?"));
    assertThat(resolution(bench)).isEmpty();
  }

  private static String resolution(GeminiBench asked) {
    return asked
        .gemini
        .requests()
        .getLast()
        .body()
        .path("generationConfig")
        .path("mediaResolution")
        .asText();
  }

  @Test
  @DisplayName("cannot be told of while Gemini does not answer")
  void away() throws IOException {
    ProviderFile file = given();
    bench.close();

    assertThatThrownBy(() -> bench.model.files().has(file))
        .isInstanceOf(AttachmentUnavailableException.class);
  }
}
