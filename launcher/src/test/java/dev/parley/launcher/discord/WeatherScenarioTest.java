package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.FakeWeather;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.ShownMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, the weather")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeatherScenarioTest extends DiscordScenario {
  WeatherScenarioTest() {
    super(DiscordTown.open());
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  @Test
  @DisplayName("is found out by a tool, and where its service is gone, the answer says so")
  void told() throws Exception {
    DiscordChannel channel = town.guild.channel("weather");
    try (FakeWeather service = FakeWeather.start()) {
      Path folder = Files.createDirectories(town.folder().resolve("tools"));
      town.bot("", service.environment(folder));

      ShownMessage answer =
          answered(town.ann.says(channel, mention("What is the weather in Berlin?")));
      service.close();
      ShownMessage gone =
          answered(town.ann.says(channel, mention("And the weather in Berlin now?")));

      assertThat(answer.text()).contains("Berlin", "Germany", "4.5 °C", "light rain");
      assertThat(gone.text())
          .contains("could not find out the weather in Berlin", "could not be reached");
    }
  }
}
