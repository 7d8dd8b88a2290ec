package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.launcher.BotProcess;
import dev.parley.launcher.ScriptedCaller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, tools of an MCP server")
class McpScenarioTest extends SlackScenario {
  private String answeredAtLast(String question) {
    String answer = answered(ann.says(channel, mention(question))).text();
    return ScriptedCaller.isTooEarly(answer) ? answeredAtLast(question) : answer;
  }

  @Test
  @DisplayName("are called, and what they say is in the answer")
  void said() throws Exception {
    try (GeminiProtocolServer gemini = ScriptedCaller.calling("fake__echo");
        BotProcess bot = overHttp(ScriptedCaller.settings(gemini))) {
      assertThat(answeredAtLast("Say hello")).contains("You said: hello");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
