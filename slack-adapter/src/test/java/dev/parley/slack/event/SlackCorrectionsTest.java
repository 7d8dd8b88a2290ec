package dev.parley.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.identity.MessageId;
import dev.parley.message.Addressing;
import dev.parley.slack.workspace.SlackIdentity;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Slack tells of a message that changed")
class SlackCorrectionsTest {
  private static final SlackIdentity BOT = new SlackIdentity("T1", "UBOT", "B1");

  private static JsonNode changed(String message, String before) throws JsonProcessingException {
    return event(
        """
        "subtype": "message_changed", "hidden": true, "message": {"type": "message", %s,
        "ts": "1763800000.000100"}, "previous_message": {"text": "%s"}"""
            .formatted(message, before));
  }

  private static JsonNode event(String fields) throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            """
            {"team_id": "T1", "event": {"type": "message", "channel": "C1",
            "channel_type": "channel", %s}}"""
                .formatted(fields));
  }

  @Test
  @DisplayName("is the message as it reads now, where a person changed its words")
  void edited() throws JsonProcessingException {
    JsonNode event =
        changed(
            """
            "user": "U1", "text": "<@UBOT> better", "thread_ts": "1763700000.000100",
            "edited": {"user": "U1"}""",
            "<@UBOT> worse");

    SlackMessage message = SlackCorrections.edited(event, BOT).orElseThrow();

    assertThat(message.text()).isEqualTo("<@UBOT> better");
    assertThat(message.channel()).isEqualTo("C1");
    assertThat(message.ts()).isEqualTo("1763800000.000100");
    assertThat(message.thread()).contains("1763700000.000100");
    assertThat(message.addressing()).isEqualTo(Addressing.MENTION);
  }

  @Test
  @DisplayName("is nothing where Slack unfurled a link, or only the marks changed")
  void unfurled() throws JsonProcessingException {
    assertThat(
            SlackCorrections.edited(
                changed("\"user\": \"U1\", \"text\": \"a link\"", "a link"), BOT))
        .isEmpty();
    assertThat(
            SlackCorrections.edited(
                changed("\"user\": \"U1\", \"text\": \"same\", \"edited\": {}", "same"), BOT))
        .isEmpty();
  }

  @Test
  @DisplayName("is nothing where the bot, or another one, changed its own message")
  void bots() throws JsonProcessingException {
    assertThat(
            SlackCorrections.edited(
                changed("\"user\": \"UBOT\", \"text\": \"b\", \"edited\": {}", "a"), BOT))
        .isEmpty();
    assertThat(
            SlackCorrections.edited(
                changed(
                    "\"user\": \"U9\", \"bot_id\": \"B9\", \"text\": \"b\", \"edited\": {}", "a"),
                BOT))
        .isEmpty();
  }

  @Test
  @DisplayName("is a deletion, whether the message is gone or left a tombstone")
  void deleted() throws JsonProcessingException {
    JsonNode gone =
        event("\"subtype\": \"message_deleted\", \"deleted_ts\": \"1763800000.000100\"");
    JsonNode tombstone =
        changed("\"subtype\": \"tombstone\", \"user\": \"USLACKBOT\", \"text\": \"gone\"", "words");

    Optional<MessageId> message = Optional.of(new MessageId("C1:1763800000.000100"));
    assertThat(SlackCorrections.deleted(gone)).isEqualTo(message);
    assertThat(SlackCorrections.deleted(tombstone)).isEqualTo(message);
    assertThat(SlackCorrections.edited(tombstone, BOT)).isEmpty();
    assertThat(SlackCorrections.deleted(changed("\"user\": \"U1\", \"text\": \"b\"", "a")))
        .isEmpty();
  }
}
