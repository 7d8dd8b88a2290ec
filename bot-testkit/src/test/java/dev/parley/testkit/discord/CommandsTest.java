package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Commands of a bot on the fake Discord")
class CommandsTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");
  private final BotCalls bot = new BotCalls(discord);
  private final String path = "applications/" + discord.bot().id() + "/commands";

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'name':'ask','description':'Ask'                                          | 201 0",
        "'name':'über-ask_2','description':'Ask'                                   | 201 0",
        "'name':'Ask','description':'Ask'                                          | 400 50035",
        "'name':'ask me','description':'Ask'                                       | 400 50035",
        "'name':'ask'                                                              | 400 50035",
        "'name':'Ask about this','type':3                                          | 201 0",
        "'name':'Ask about this','type':3,'description':'no'                       | 400 50035",
        "'name':'a','description':'b','contexts':[0,1,2],'integration_types':[0,1] | 201 0",
        "'name':'a','description':'b','contexts':[3]                               | 400 50035",
        "'name':'a','description':'b','integration_types':[]                       | 400 50035",
        "'name':'a','description':'b','default_member_permissions':'32'            | 201 0",
        "'name':'a','description':'b','default_member_permissions':'many'          | 400 50035",
        "'name':'a','description':'b','name_localizations':{'de':'frag'}           | 201 0",
        "'name':'a','description':'b','name_localizations':{'xx':'frag'}           | 400 50035",
        "'name':'a','description':'b','name_localizations':{'de':'Frag'}           | 400 50035",
      })
  @DisplayName("have names, descriptions and places as Discord wants them")
  void definitions(String command, String outcome) throws IOException {
    assertThat(bot.outcome("POST", path, "{" + command + "}")).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{T,'type':3,'required':true},{U,'type':4}                                 | 201 0",
        "{T,'type':3},{U,'type':4,'required':true}                                 | 400 50035",
        "{T,'type':3},{T,'type':4}                                                 | 400 50035",
        "{T,'type':12}                                                             | 400 50035",
        "{T,'type':1},{U,'type':3}                                                 | 400 50035",
        "{T,'type':2,'options':[{U,'type':1,'options':[{T,'type':3}]}]}            | 201 0",
        "{T,'type':2,'options':[{U,'type':2}]}                                     | 400 50035",
        "{T,'type':1,'options':[{U,'type':1}]}                                     | 400 50035",
        "{T,'type':3,'choices':[{'name':'x','value':'y'}]}                         | 201 0",
        "{T,'type':4,'choices':[{'name':'x','value':'y'}]}                         | 400 50035",
        "{T,'type':5,'choices':[{'name':'x','value':'y'}]}                         | 400 50035",
        "{T,'type':3,'autocomplete':true,'choices':[{'name':'x','value':'y'}]}     | 400 50035",
        "{T,'type':3,'max_length':6001}                                            | 400 50035",
      })
  @DisplayName("have options that fit together")
  void options(String options, String outcome) throws IOException {
    String filled =
        options
            .replace("{T,", "{'name':'t','description':'t',")
            .replace("{U,", "{'name':'u','description':'u',");
    String command = "{'name':'a','description':'b','options':[" + filled + "]}";

    assertThat(bot.outcome("POST", path, command)).isEqualTo(outcome);
  }

  @Test
  @DisplayName("are at most 25 options and 100 commands")
  void numbers() throws IOException {
    String options = many(26, "{'name':'o%d','description':'o','type':3}");

    assertThat(
            bot.outcome("POST", path, "{'name':'a','description':'b','options':" + options + "}"))
        .isEqualTo("400 50035");
    assertThat(bot.outcome("PUT", path, many(101, "{'name':'c%d','description':'c'}")))
        .isEqualTo("400 30032");
    assertThat(bot.outcome("PUT", path, many(2, "{'name':'c','description':'c','x':%d}")))
        .isEqualTo("400 50035");
  }

  private static String many(int count, String template) {
    return IntStream.range(0, count)
        .mapToObj(template::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  @DisplayName("keep their ids when they are overwritten, which creates nothing")
  void overwritten() throws IOException {
    bot.call("PUT", path, "[{'name':'a','description':'1'},{'name':'b','description':'1'}]");
    String id = discord.commands().getFirst().path("id").asText();

    bot.call("PUT", path, "[{'name':'a','description':'2'},{'name':'c','description':'1'}]");

    assertThat(discord.commands().getFirst().path("id").asText()).isEqualTo(id);
    assertThat(discord.commands().getFirst().path("description").asText()).isEqualTo("2");
    assertThat(discord.commandCreations()).isEqualTo(3);
    assertThat(bot.outcome("POST", path, "{'name':'a','description':'3'}")).isEqualTo("200 0");
    assertThat(bot.outcome("PATCH", path + "/" + id, "{'description':'4'}")).isEqualTo("200 0");
    assertThat(bot.outcome("DELETE", path + "/" + id, "")).isEqualTo("204 0");
    assertThat(bot.outcome("GET", path + "/" + id, "")).isEqualTo("404 10063");
  }

  @Test
  @DisplayName("tell their words in other languages to those who ask for them")
  void languages() throws IOException {
    bot.call("POST", path, "{'name':'a','description':'b','name_localizations':{'de':'frag'}}");

    assertThat(bot.get(path).get(0).has("name_localizations")).isFalse();
    assertThat(bot.get(path + "?with_localizations=true").at("/0/name_localizations/de").asText())
        .isEqualTo("frag");
  }

  @Test
  @DisplayName("are created 200 times a day")
  void daily() throws IOException {
    for (int day = 0; day < 2; day++) {
      String prefix = "{'name':'d" + day + "-%d','description':'c'}";
      assertThat(bot.outcome("PUT", path, many(100, prefix))).isEqualTo("200 0");
    }
    bot.call("PUT", path, "[]");
    assertThat(bot.outcome("POST", path, "{'name':'one-more','description':'c'}"))
        .isEqualTo("400 30034");
  }

  @Test
  @DisplayName("are seen where and by whom they are meant to be")
  void seen() throws IOException {
    bot.call(
        "PUT",
        path,
        "[{'name':'here','description':'c','contexts':[0]},"
            + "{'name':'admin','description':'c','default_member_permissions':'32'}]");
    bot.call(
        "PUT",
        "applications/" + discord.bot().id() + "/guilds/" + guild.id() + "/commands",
        "[{'name':'ours','description':'c'}]");
    DiscordPerson eve = guild.person("eve", Permission.MANAGE_GUILD);

    assertThat(ada.slash(general, "ours").delivery().sessions()).isEmpty();
    ada.slash(general, "here");
    eve.slash(general, "admin");
    assertThatThrownBy(() -> ada.slash(general, "admin")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ada.slash(ada.dm(), "here")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ada.slash(discord.guild("Other").channel("x"), "ours"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("are filled in as their options allow")
  void filled() throws IOException {
    bot.call(
        "PUT",
        path,
        "[{'name':'set','description':'c','options':["
            + "{'name':'text','description':'c','type':3,'required':true,'max_length':3},"
            + "{'name':'number','description':'c','type':4,"
            + "'choices':[{'name':'one','value':1}]},"
            + "{'name':'who','description':'c','type':6}]}]");

    Interaction sent = ada.slash(general, "set", Map.of("text", "abc", "number", 1, "who", ada));

    assertThat(sent.delivery().payload().at("/data/resolved/users").has(ada.id())).isTrue();
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(), Map.of("text", "abcd"), Map.of("text", "abc", "number", 2))) {
      assertThatThrownBy(() -> ada.slash(general, "set", wrong))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> ada.slash(general, "set", Map.of("text", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
