package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Attachments on the fake Discord")
class AttachmentsTest {
  private final SteppedClock clock = new SteppedClock();
  private final FakeDiscord discord = FakeDiscord.start(DiscordRules.withoutLimits(), clock);
  private final DiscordChannel general = discord.guild("Home").channel("general");
  private final DiscordPerson ada = discord.guild("Home").person("ada");
  private final SharedFile notes =
      new SharedFile("my notes.txt", "text/plain", "notes".getBytes(UTF_8));
  private final BotCalls bot = new BotCalls(discord);

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private static String url(JsonNode message) {
    return message.at("/attachments/0/url").asText();
  }

  @Test
  @DisplayName("are fetched by an address that expires, and that a new look renews")
  void expiry() throws IOException {
    SaidMessage said = ada.shares(general, "look", notes);
    String first = url(said.deliveries().getFirst().payload());

    assertThat(bot.fetch(first).body()).isEqualTo("notes");
    assertThat(bot.fetch(first.replaceFirst("hm=\\w+", "hm=0")).statusCode()).isEqualTo(404);
    clock.step(Duration.ofHours(25));
    assertThat(bot.fetch(first).statusCode()).isEqualTo(404);
    JsonNode again = bot.get(BotCalls.messages(general) + "/" + said.id());
    assertThat(bot.fetch(url(again)).body()).isEqualTo("notes");
    assertThat(discord.files().downloads("my notes.txt")).isEqualTo(2);
  }

  @Test
  @DisplayName("lead elsewhere, or are not what is said of them, on demand")
  void lies() throws IOException {
    discord.files().tellType("my notes.txt", "image/png");
    discord.files().tellSize("my notes.txt", 7);
    discord.files().serveAs("my notes.txt", "text/html");
    JsonNode told = ada.shares(general, "", notes).deliveries().getFirst().payload();
    HttpResponse<String> served = bot.fetch(url(told));
    discord.files().move("my notes.txt", "http://127.0.0.1:1/");

    assertThat(told.at("/attachments/0/content_type").asText()).isEqualTo("image/png");
    assertThat(told.at("/attachments/0/size").asInt()).isEqualTo(7);
    assertThat(served.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(bot.fetch(url(told)).headers().firstValue("Location"))
        .contains("http://127.0.0.1:1/");
    discord.files().forgetContents();
    assertThat(bot.fetch(url(told)).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("come with voice messages and forwards too")
  void kinds() throws IOException {
    SharedFile recording = new SharedFile("voice-message.ogg", "audio/ogg", new byte[] {1});
    JsonNode voice = ada.speaks(general, recording).deliveries().getFirst().payload();
    SaidMessage said = ada.shares(general, "look", notes);
    JsonNode forward = ada.forwards(said, general).deliveries().getFirst().payload();

    assertThat(voice.path("flags").asInt()).isEqualTo(1 << 13);
    assertThat(voice.at("/attachments/0/duration_secs").asDouble()).isPositive();
    JsonNode snapshot = forward.at("/message_snapshots/0/message");
    assertThat(snapshot.path("content").asText()).isEqualTo("look");
    assertThat(bot.fetch(url(snapshot)).body()).isEqualTo("notes");
    assertThat(forward.at("/message_reference/type").asInt()).isOne();
    assertThat(List.of(voice, forward)).allMatch(it -> it.path("content").asText().isEmpty());
  }
}
