package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, tools that are declared in YAML")
class WeatherTest {
  private static final String ROOM = "general";

  @TempDir private Path folder;

  private BotProcess bot(FakeWeather service, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(service.environment(folder));
    environment.putAll(more);
    return BotProcess.start(folder, environment).awaitStart();
  }

  private static String answer(Visitor ann, String question, int count) {
    ann.say(ROOM, question);
    return ann.awaitAnswers(ROOM, count).getLast();
  }

  @Test
  @DisplayName("find out the weather, also in another unit, and say which places are not there")
  void weather() throws Exception {
    try (FakeWeather service = FakeWeather.start();
        BotProcess bot = bot(service, Map.of());
        Visitor ann = Visitor.of(bot)) {
      String berlin = answer(ann, "What is the weather in Berlin?", 1);
      String fahrenheit = answer(ann, "And the weather in Berlin in fahrenheit?", 2);
      String atlantis = answer(ann, "What is the weather in Atlantis?", 3);

      assertThat(berlin)
          .contains("Berlin", "Germany", "4.5 °C", "feels like 1.2 °C", "light rain", "Open-Meteo");
      assertThat(fahrenheit).contains("Berlin");
      assertThat(atlantis)
          .contains("I could not find out the weather in Atlantis")
          .contains("There is no place named Atlantis.");
      assertThat(service.asked())
          .contains("/v1/search?name=Berlin&count=1&language=en")
          .anyMatch(
              address ->
                  address.startsWith("/v1/forecast?latitude=52.52437&longitude=13.41053&")
                      && address.contains("temperature_unit=celsius"))
          .anyMatch(address -> address.contains("temperature_unit=fahrenheit"));
      assertThat(bot.output()).doesNotContain(" ERROR ", " WARN ");
    }
  }

  @Test
  @DisplayName("ask nobody in a private network who is not named")
  void notNamed() throws Exception {
    try (FakeWeather service = FakeWeather.start();
        BotProcess bot = bot(service, Map.of("PARLEY_TOOL_PRIVATE_HOSTS", ""));
        Visitor ann = Visitor.of(bot)) {
      String refused = answer(ann, "What is the weather in Berlin?", 1);

      assertThat(refused).contains("I could not find out the weather in Berlin", "was not asked");
      assertThat(service.asked()).isEmpty();
    }
  }

  @Test
  @DisplayName("say so where their service is gone")
  void gone() throws Exception {
    FakeWeather service = FakeWeather.start();
    service.close();
    try (BotProcess bot = bot(service, Map.of());
        Visitor ann = Visitor.of(bot)) {
      String gone = answer(ann, "What is the weather in Berlin?", 1);
      String price = answer(ann, "What is the stock price of GOOG?", 2);

      assertThat(gone)
          .contains("I could not find out the weather in Berlin", "could not be reached")
          .doesNotContain("Exception", "127.0.0.1");
      assertThat(price).as("a tool that is off, having no key").contains("cannot know");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("find out the price of a share where they have the key for it")
  void price() throws Exception {
    try (FakeWeather service = FakeWeather.start();
        BotProcess bot = bot(service, Map.of("FINNHUB_API_KEY", FakeWeather.KEY));
        Visitor ann = Visitor.of(bot)) {
      String price = answer(ann, "What is the stock price of GOOG?", 1);
      String unknown = answer(ann, "What is the stock price of QQQQQ?", 2);

      assertThat(price).contains("GOOG", "181.2", "down 1.3", "Finnhub");
      assertThat(unknown).contains("There is no share with the symbol QQQQQ");
    }
  }

  @Test
  @DisplayName("show nobody their key, though the service repeats it")
  void secret() throws Exception {
    String key = "another-key-of-somebody";
    try (FakeWeather service = FakeWeather.start();
        BotProcess bot = bot(service, Map.of("FINNHUB_API_KEY", key));
        Visitor ann = Visitor.of(bot)) {
      String refused = answer(ann, "What is the stock price of GOOG?", 1);

      assertThat(refused)
          .contains("the service answered 401: no key: [secret]")
          .doesNotContain(key);
      assertThat(bot.output()).doesNotContain(key);
    }
  }
}
