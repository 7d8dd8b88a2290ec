package dev.parley.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.message.InboundMessage;
import dev.parley.model.ModelMessage;
import dev.parley.model.RemoteMedia;
import dev.parley.testkit.attachment.SomeRecording;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A file that is too large for a request")
@Timeout(60)
class LargeFilesTest {
  private static final byte[] SONG =
      SomeRecording.wav(Math.toIntExact(AttachmentSettings.DEFAULTS.mostBytes()) + 1_000);
  private static final int SECONDS = 1 + SONG.length / 8_000;
  private static final AttachmentRef LARGE =
      new AttachmentRef("F1", "song.wav", "audio/wav", SONG.length, "x");

  @Parameter Backing backing;
  private Scene scene;
  private BotInstance bot;

  @BeforeEach
  void open() {
    scene = new Scene(backing);
    bot = scene.bot();
    bot.platform().holds("F1", SONG);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private String ask(String id, AttachmentRef... files) {
    InboundMessage message = Scene.direct(id);
    bot.engine()
        .onMessage(
            new InboundMessage(
                message.id(),
                message.place(),
                message.author(),
                message.addressing(),
                message.text(),
                message.sentAt(),
                message.replyAddress(),
                List.of(files)));
    return scene.awaitReply(id).markdown();
  }

  private <T> List<T> shown(Function<ModelMessage.FromUser, List<T>> what) {
    return scene.model().requests().getLast().messages().stream()
        .flatMap(said -> said instanceof ModelMessage.FromUser user ? Stream.of(user) : null)
        .flatMap(user -> what.apply(user).stream())
        .toList();
  }

  @Test
  @DisplayName(
      "is given to the provider, and the model finds it there, with no byte in the request")
  void given() {
    ask("m1", LARGE);

    assertThat(shown(ModelMessage.FromUser::remote))
        .containsExactly(
            new RemoteMedia("audio/wav", "https://provider.example/files/1", SECONDS, SONG.length));
    assertThat(shown(ModelMessage.FromUser::media)).isEmpty();
    assertThat(bot.provider().files().get("files/1")).isEqualTo(SONG);
  }

  @Test
  @DisplayName("can be asked about later, and is given once however often it is sent")
  void onlyOnce() {
    ask("m1", LARGE);
    ask("m2", LARGE);
    bot.platform().loses("F1");
    ask("m3");

    assertThat(bot.provider().timesGiven()).isEqualTo(1);
    assertThat(shown(ModelMessage.FromUser::remote)).hasSize(2);
  }

  @Test
  @DisplayName("of which the provider forgot is one that the model cannot see any more")
  void forgotten() {
    ask("m1", LARGE);
    bot.provider().erase("files/1");

    ask("m2");

    assertThat(shown(ModelMessage.FromUser::remote)).isEmpty();
    assertThat(Scene.text(scene.model().requests().getLast().messages().getFirst()))
        .contains("[attached before, and not visible to you any more: song.wav]");
  }

  @Test
  @DisplayName("is refused by name where the provider does not answer; the rest is answered")
  void away() {
    bot.provider().isAway(true);

    String reply = ask("m1", LARGE);

    assertThat(reply)
        .contains("re: text of m1")
        .contains("I could not read song.wav: it could not be fetched. Please send it again.");
  }

  @Test
  @DisplayName("is refused by its limit where it is a text, which is only read whole")
  void text() {
    bot.platform().holds("F2", "a".repeat(SONG.length).getBytes(UTF_8));

    String reply = ask("m1", new AttachmentRef("F2", "log.txt", "text/plain", 0, "x"));

    assertThat(reply).contains("I could not read log.txt: it is larger than 10 MB.");
  }
}
