package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import dev.parley.launcher.FakeWeather;
import dev.parley.testkit.slack.ShownMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, the weather")
class WeatherScenarioTest extends SlackScenario {
  @Test
  @DisplayName("is found out by a tool, and told in the thread of the question")
  void told() throws Exception {
    try (FakeWeather service = FakeWeather.start();
        BotProcess bot = overHttp(service.environment(folder))) {
      ShownMessage answer = answered(ann.says(channel, mention("What is the weather in Berlin?")));

      assertThat(answer.text()).contains("Berlin", "Germany", "4.5 °C", "light rain");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is not known where the service is gone, and the answer says so")
  void gone() throws Exception {
    FakeWeather service = FakeWeather.start();
    service.close();
    try (BotProcess bot = overHttp(service.environment(folder))) {
      ShownMessage answer = answered(ann.says(channel, mention("What is the weather in Berlin?")));

      assertThat(answer.text())
          .contains("could not find out the weather in Berlin", "could not be reached");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
