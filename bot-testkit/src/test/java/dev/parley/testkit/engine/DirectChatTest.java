package dev.parley.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.engine.DirectChat;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelUnreachableException;
import dev.parley.platform.StatelessChat.Look;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import dev.parley.testkit.attachment.ScriptedDocuments;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.Toolbox;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnSettings;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A picture that a caller wants looked at")
class DirectChatTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  private static final AttachmentSettings LIMITS =
      new AttachmentSettings(5_000, 1, 5_000, 0, 5_000, 2, Duration.ofHours(1));

  private final InMemoryAttachmentStore store = new InMemoryAttachmentStore();
  private final ScriptedModel model = ScriptedModel.saying("It is ", "red.");
  private final Toolbox toolbox = new Toolbox(List.of(), Duration.ofSeconds(10));
  private final DirectChat chat =
      new DirectChat(
          new StatelessRunner(
              BotInstance.DEFAULTS,
              model,
              toolbox,
              TurnSettings.DEFAULTS,
              new Payer(TENANT, "api", new UserId("api"), "HTTP API", Set.of()),
              Clock.systemUTC()),
          new AttachmentIntake(
              store, new InMemoryProviderFiles().large(), new ScriptedDocuments(), LIMITS),
          Clock.systemUTC());

  private Look look(String name, byte[] bytes) {
    return chat.look(name, AttachmentContent.of(bytes), "What colour is it?");
  }

  @Test
  @DisplayName("is shown to the model with the question, and not kept")
  void shown() {
    Look look = look("red.png", SomePicture.RED.bytes());

    assertThat(look)
        .isInstanceOfSatisfying(
            Look.Shown.class,
            shown -> {
              assertThat(shown.answer().reply()).isEqualTo(Reply.answer("It is red."));
              assertThat(shown.answer().usage().total()).isEqualTo(15);
            });
    assertThat(model.requests().getFirst().messages())
        .singleElement()
        .isInstanceOfSatisfying(
            ModelMessage.FromUser.class,
            asked -> {
              assertThat(asked.text()).isEqualTo("What colour is it?");
              assertThat(asked.media()).extracting(Media::mediaType).containsExactly("image/png");
            });
    assertThat(store.find(TENANT, SomePicture.RED.sha256())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          notes.txt | some words     | of the type text/plain, and no picture
          photo.png | PK\u0003\u0004xx | of the type application/zip, and no picture
          a.pdf     | %PDF-1.7 words | of the type application/pdf, and no picture
          a.gif     | GIF89a         | it is damaged
          """)
  @DisplayName("is refused where it is none, whatever it is called, and the model is not asked")
  void none(String name, String content, String why) {
    Look look = look(name, content.getBytes(UTF_8));

    assertThat(look)
        .isInstanceOfSatisfying(
            Look.Refused.class,
            refused -> {
              assertThat(refused.sentence()).contains(name, why);
              assertThat(refused.tooLarge()).isFalse();
            });
    assertThat(model.requests()).isEmpty();
  }

  @Test
  @DisplayName("is refused where it is too large")
  void tooLarge() {
    Look look = look("red.png", Arrays.copyOf(SomePicture.RED.bytes(), 5_001));

    assertThat(look)
        .isEqualTo(new Look.Refused("I could not read red.png: it is larger than 4 kB.", true));
  }

  @Test
  @DisplayName("has a failure for an answer where the model cannot be asked")
  void failure() {
    model.next(ScriptedReply.failing(new ModelUnreachableException("no way", null)));

    assertThat(look("red.png", SomePicture.RED.bytes()))
        .isInstanceOfSatisfying(
            Look.Shown.class,
            shown -> assertThat(shown.answer().reply().tone()).isEqualTo(Reply.Tone.FAILURE));
  }

  @Test
  @DisplayName("ends without an answer for somebody who hung up before it was looked at")
  void interrupted() {
    Thread.currentThread().interrupt();

    Look look = look("red.png", SomePicture.RED.bytes());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(look).isInstanceOf(Look.Refused.class);
    assertThat(model.requests()).isEqualTo(List.of());
  }
}
