package dev.parley.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.MessageId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.slack.workspace.SlackIdentity;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What Slack tells")
class SlackEventMapperTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SlackIdentity BOT = new SlackIdentity("T1", "UBOT", "B1");

  private static Optional<SlackMessage> mapped(String event) throws IOException {
    return SlackEventMapper.message(envelope(event), BOT);
  }

  private static JsonNode envelope(String event) throws IOException {
    return JSON.readTree(
        """
        {"type": "event_callback", "team_id": "T1", "enterprise_id": "E1", "event_id": "Ev1",
         "authorizations": [{"team_id": "T1", "is_enterprise_install": false}],
         "event": {%s}}
        """
            .formatted(event));
  }

  private static final String CHANNEL_MESSAGE =
      """
      "type": "message", "channel": "C1", "channel_type": "channel", "user": "U1", "team": "T1",
      "ts": "1763800000.000100", "text": "<@UBOT> hi"
      """;

  @Nested
  @DisplayName("is a message to the bot")
  class Spoken {
    @Test
    @DisplayName("the same one, whether it comes as message or as app_mention")
    void oneGesture() throws IOException {
      String mention =
          """
          "type": "app_mention", "channel": "C1", "user": "U1", "team": "T1",
          "ts": "1763800000.000100", "text": "<@UBOT> hi"
          """;

      assertThat(mapped(mention)).isEqualTo(mapped(CHANNEL_MESSAGE));
      assertThat(mapped(mention))
          .contains(
              new SlackMessage(
                  "T1",
                  "T1",
                  "C1",
                  "1763800000.000100",
                  Optional.empty(),
                  "U1",
                  "<@UBOT> hi",
                  List.of(),
                  Addressing.MENTION,
                  false,
                  false));
    }

    @Test
    @DisplayName("in a direct message without any mention")
    void direct() throws IOException {
      Optional<SlackMessage> message =
          mapped(
              """
              "type": "message", "channel": "D1", "channel_type": "im", "user": "U1",
              "ts": "1.2", "text": "hi"
              """);

      assertThat(message).map(SlackMessage::addressing).contains(Addressing.DIRECT);
      assertThat(message).map(SlackMessage::team).contains("T1");
    }

    @ParameterizedTest(name = "in a {0}")
    @ValueSource(strings = {"channel", "group", "mpim"})
    @DisplayName("as overheard or as a thread's, where it does not mention the bot")
    void overheard(String type) throws IOException {
      String event =
          """
          "type": "message", "channel": "C1", "channel_type": "%s", "user": "U1", "ts": "1.2",
          "text": "hi"
          """
              .formatted(type);

      assertThat(mapped(event)).map(SlackMessage::addressing).contains(Addressing.OVERHEARD);
      assertThat(mapped(event + ", \"thread_ts\": \"1.1\""))
          .map(SlackMessage::addressing)
          .contains(Addressing.THREAD);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"file_share", "thread_broadcast", "me_message"})
    @DisplayName("with a file, said in a thread and shown in the channel, or about oneself")
    void subtypes(String subtype) throws IOException {
      String event =
          CHANNEL_MESSAGE
              + ", \"thread_ts\": \"1.1\", \"files\": [{\"name\": \"plan.png\"}], \"subtype\": \""
              + subtype
              + "\"";

      assertThat(mapped(event).orElseThrow().files())
          .extracting(AttachmentRef::name)
          .containsExactly("plan.png");
      assertThat(mapped(event)).flatMap(SlackMessage::thread).contains("1.1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'\"bot_id\": \"B2\"', U1", "'\"user\": \"\", \"bot_id\": \"B2\"', B2"})
    @DisplayName("of another bot, which may have no user")
    void otherBot(String difference, String author) throws IOException {
      SlackMessage message = mapped(CHANNEL_MESSAGE + ", " + difference).orElseThrow();

      assertThat(message.fromBot()).isTrue();
      assertThat(message.user()).isEqualTo(author);
    }

    @Test
    @DisplayName("of the whole organisation where the app is installed for it")
    void organisation() throws IOException {
      JsonNode envelope =
          JSON.readTree(
              envelope(CHANNEL_MESSAGE).toString().replace("install\":false", "install\":true"));

      assertThat(SlackEventMapper.message(envelope, BOT))
          .map(SlackMessage::tenant)
          .contains("E1.T1");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"user\": \"UBOT\"",
        "\"bot_id\": \"B1\"",
        "\"subtype\": \"message_changed\"",
        "\"subtype\": \"message_deleted\"",
        "\"subtype\": \"tombstone\"",
        "\"subtype\": \"channel_join\"",
        "\"subtype\": \"assistant_app_thread\"",
        "\"hidden\": true",
        "\"user\": \"\"",
        "\"type\": \"reaction_added\""
      })
  @DisplayName("is no message where it is its own, an edit, a deletion or something else")
  void dropped(String difference) throws IOException {
    assertThat(mapped(CHANNEL_MESSAGE + ", " + difference)).isEmpty();
  }

  @Nested
  @DisplayName("becomes a message of the core's")
  class Inbound {
    private final InboundMessages inThreads = new InboundMessages(true);

    @Test
    @DisplayName("whose thread begins at itself, where answers go into threads")
    void threads() throws IOException {
      InboundMessage message =
          inThreads.inbound(mapped(CHANNEL_MESSAGE).orElseThrow(), "Ann", "hi", Set.of());

      assertThat(message.id()).isEqualTo(new MessageId("C1:1763800000.000100"));
      assertThat(message.place().thread()).contains(new MessageId("C1:1763800000.000100"));
      assertThat(message.place().direct()).isFalse();
      assertThat(message.author().name()).isEqualTo("Ann");
      assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1763800000));
      assertThat(ReplyAddress.of(message.replyAddress()))
          .isEqualTo(
              new ReplyAddress(
                  "C1", Optional.of("1763800000.000100"), "1763800000.000100", "U1", "T1"));
    }

    @Test
    @DisplayName("in the channel itself, where answers go there")
    void channel() throws IOException {
      InboundMessage message =
          new InboundMessages(false)
              .inbound(mapped(CHANNEL_MESSAGE).orElseThrow(), "Ann", "hi", Set.of());

      assertThat(message.place().thread()).isEmpty();
      assertThat(ReplyAddress.of(message.replyAddress()).thread()).isEmpty();
    }

    @Test
    @DisplayName("that says which files it had, and that nothing was said where nothing was")
    void files() throws IOException {
      SlackMessage message =
          mapped(CHANNEL_MESSAGE + ", \"files\": [{\"name\": \"a.png\"}]").orElseThrow();

      assertThat(inThreads.inbound(message, "Ann", " ", Set.of()).text()).isEqualTo("(no words)");
    }
  }
}
