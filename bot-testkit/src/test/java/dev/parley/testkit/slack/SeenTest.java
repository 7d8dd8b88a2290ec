package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What people see in the fake Slack")
class SeenTest {
  private final FakeSlack slack = FakeSlack.start();
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final String general = workspace.channel("general");
  private final BotCalls bot = new BotCalls(slack, workspace.botToken());

  @AfterEach
  void close() {
    bot.close();
    slack.close();
  }

  private ShownMessage post(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    all[0] = "channel";
    all[1] = general;
    assertThat(bot.error("chat.postMessage", all)).isEqualTo("ok");
    return workspace.messages(general).getLast();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "<!here> hi, here",
    "<!channel|channel>, channel",
    "<!everyone>, everyone",
    "<!subteam^S123|team>, S123",
    "hi <@U99|ada>, U99",
    "hi <@W99>, W99",
  })
  @DisplayName("includes whom a message calls, in any carrier")
  void pings(String text, String called) throws IOException {
    String section = "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}]";
    String markdown = "[{\"type\":\"markdown\",\"text\":\"%s\"}]";

    assertThat(post("text", text).pings()).containsExactly(called);
    assertThat(post("markdown_text", text).pings()).containsExactly(called);
    assertThat(post("blocks", section.formatted(text)).pings()).containsExactly(called);
    assertThat(post("blocks", markdown.formatted(text)).pings()).containsExactly(called);
    assertThat(post("text", text, "blocks", section.formatted("calm")).pings())
        .containsExactly(called);
  }

  @Test
  @DisplayName("calls nobody by escaped or plain text, but by names if they are linked")
  void harmless() throws IOException {
    assertThat(post("text", "&lt;!here&gt; @here a@b.org").pings()).isEmpty();
    assertThat(post("text", "@here", "link_names", "true").pings()).containsExactly("here");
  }

  @Test
  @DisplayName("shows previews of links unless the bot says no to both kinds")
  void unfurls() throws IOException {
    String text = "https://example.org/a https://example.org/b.png";

    assertThat(post("text", text).unfurls()).hasSize(2);
    assertThat(post("text", text, "unfurl_links", "false").unfurls())
        .containsExactly("https://example.org/b.png");
    assertThat(post("text", text, "unfurl_links", "false", "unfurl_media", "false").unfurls())
        .isEmpty();
  }

  @Test
  @DisplayName("is words, without the marks of any syntax")
  void words() throws IOException {
    String blocks =
        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*a* <http://x|b>\"}}]";

    assertThat(post("text", "*a* _b_ <http://x.org|c> `d` &lt;e&gt;").text())
        .isEqualTo("a b c d <e>");
    assertThat(post("markdown_text", "# One\n\n**two**").text()).isEqualTo("One\n\ntwo");
    assertThat(post("text", "fallback", "blocks", blocks).text()).isEqualTo("a b");
  }

  @Test
  @DisplayName("keeps the metadata by which the bot finds its message again")
  void metadata() throws IOException {
    String metadata = "{\"event_type\":\"turn\",\"event_payload\":{\"id\":\"7\"}}";

    ShownMessage shown = post("text", "a", "metadata", metadata);

    assertThat(shown.metadata().at("/event_payload/id").asText()).isEqualTo("7");
    assertThat(history("false").has("metadata")).isFalse();
    assertThat(history("true").has("metadata")).isTrue();
  }

  private JsonNode history(String metadata) throws IOException {
    return bot.call("conversations.history", "channel", general, "include_all_metadata", metadata)
        .at("/messages/0");
  }
}
