package dev.parley.discord.event;

import static dev.parley.discord.event.Payloads.ANN;
import static dev.parley.discord.event.Payloads.THE_BOT;
import static dev.parley.discord.event.Payloads.author;
import static dev.parley.discord.event.Payloads.inChannel;
import static dev.parley.discord.event.Payloads.json;
import static dev.parley.discord.event.Payloads.map;
import static dev.parley.discord.event.Payloads.mapper;
import static dev.parley.discord.event.Payloads.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A message in Discord, as the core takes it")
final class MessageMapperTest {
  @Nested
  @DisplayName("is meant for the bot")
  class Meant {
    @Test
    @DisplayName("where it mentions it, and the mention is left out of its words")
    void mention() {
      InboundMessage message =
          said(
              "'content':'<@900> hello <@77>','mentions':[{'id':'900'},{'id':'77',"
                  + "'username':'ann.x','member':{'nick':'Annie'}}]");

      assertThat(message.addressing()).isEqualTo(Addressing.MENTION);
      assertThat(message.text()).isEqualTo("hello @Annie");
      assertThat(message.author().name()).isEqualTo("Ann");
      assertThat(message.id()).isEqualTo(new MessageId("1300000000000000001"));
      assertThat(message.sentAt()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("where it calls the bot's own role, and not another")
    void role() {
      assertThat(said("'content':'<@&901> hi','mention_roles':['901']").addressing())
          .isEqualTo(Addressing.MENTION);
      InboundMessage crew = said("'content':'<@&902> hi','mention_roles':['902']");
      assertThat(crew.addressing()).isEqualTo(Addressing.OVERHEARD);
      assertThat(crew.text()).contains("Crew");
    }

    @Test
    @DisplayName("where it replies to the bot, with a ping or without")
    void reply() {
      String reply =
          "'referenced_message':{'id':'5','channel_id':'20'," + THE_BOT + ",'content':'Tea?'},";
      InboundMessage message = replied(reply);

      assertThat(message.addressing()).isEqualTo(Addressing.MENTION);
      assertThat(message.text()).isEqualTo("[in reply to you: Tea?]\n\nyes");
    }

    private InboundMessage replied(String reply) {
      return map(inChannel("20", ANN + "," + reply + "'content':'yes'")
              .replaceFirst("'type':0", "'type':19"))
          .orElseThrow();
    }

    @Test
    @DisplayName("where nobody else is there")
    void direct() {
      InboundMessage message =
          map("'id':'1300000000000000001','channel_id':'50','type':0,'content':'hi'," + ANN)
              .orElseThrow();

      assertThat(message.addressing()).isEqualTo(Addressing.DIRECT);
      assertThat(message.place())
          .isEqualTo(new Place(Places.direct("50"), "50", Optional.empty(), true));
    }

    @Test
    @DisplayName("not where everybody is called, or somebody whose id begins like its own")
    void others() {
      assertThat(said("'content':'@everyone hi','mention_everyone':true").addressing())
          .isEqualTo(Addressing.OVERHEARD);
      assertThat(said("'content':'<@9001> hi','mentions':[{'id':'9001'}]").addressing())
          .isEqualTo(Addressing.OVERHEARD);
    }
  }

  @Nested
  @DisplayName("is none")
  class None {
    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 8, 18, 20, 21, 23})
    @DisplayName("where Discord notes something itself")
    void system(int type) {
      String note = inChannel("20", ANN + ",'content':'hi'");

      assertThat(map(note.replaceFirst("'type':0", "'type':" + type))).isEmpty();
    }

    @Test
    @DisplayName("where a bot, a webhook or Discord wrote it")
    void bots() {
      assertThat(map(inChannel("20", THE_BOT + ",'content':'hi'"))).isEmpty();
      assertThat(map(inChannel("20", ANN + ",'content':'hi','webhook_id':'5'"))).isEmpty();
      assertThat(
              map(
                  inChannel(
                      "20", author("'id':'643','username':'D','system':true") + ",'content':'hi'")))
          .isEmpty();
    }

    @Test
    @DisplayName("where the bot may not read it, unless it is mentioned")
    void withoutContent() {
      assertThat(map(inChannel("20", ANN + ",'content':''"))).isEmpty();
      assertThat(said("'content':'<@900>','mentions':[{'id':'900'}]").text())
          .isEqualTo("(no words)");
    }
  }

  @Test
  @DisplayName("is quoted with who said it, also where a command was answered")
  void line() {
    JsonNode answer = json("'id':'5','channel_id':'20','type':20,'content':'Tea.'," + THE_BOT);
    JsonNode note = json("'id':'5','channel_id':'20','type':7,'content':'joined'," + ANN);

    assertThat(mapper(false).line(answer).orElseThrow().text()).isEqualTo("Tea.");
    assertThat(mapper(false).line(answer).orElseThrow().author().name()).isEqualTo("Parley");
    assertThat(mapper(false).line(note)).isEmpty();
  }

  @Test
  @DisplayName("is quoted with what it forwards")
  void forwardedLine() {
    JsonNode forward =
        json(
            "'id':'5','channel_id':'20','type':0,'content':'',"
                + "'message_snapshots':[{'message':{'content':'news'}}],"
                + ANN);

    assertThat(mapper(false).line(forward).orElseThrow().text()).isEqualTo("[forwarded: news]");
  }

  @Test
  @DisplayName("tells its time by its id, which can be reckoned back")
  void time() {
    Instant time = Instant.parse("2026-11-25T10:00:00.123Z");

    assertThat(MessageMapper.sentAt(MessageMapper.idAt(time))).isEqualTo(time);
    assertThat(MessageMapper.sentAt("nonsense")).isEqualTo(Instant.EPOCH);
    assertThat(MessageMapper.idAt(Instant.EPOCH)).isEqualTo("0");
  }
}
