package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Messages of a bot on the fake Discord")
class MessagesTest {
  private final SteppedClock clock = new SteppedClock();
  private final FakeDiscord discord =
      FakeDiscord.start(DiscordRules.withoutLimits().withLargestFile(100), clock);
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");
  private final BotCalls bot = new BotCalls(discord);
  private final String path = BotCalls.messages(general);

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private String post(String body) throws IOException {
    return bot.outcome("POST", path, body);
  }

  @Test
  @DisplayName("need the bot's token, and a route that there is")
  void tokens() throws IOException {
    try (BotCalls stranger = new BotCalls(discord, "wrong")) {
      assertThat(stranger.outcome("GET", "users/@me", "")).isEqualTo("401 0");
      assertThat(bot.get("users/@me").path("id").asText()).isEqualTo(discord.bot().id());
      assertThat(bot.outcome("GET", "nonsense", "")).isEqualTo("404 0");
      assertThat(post("{")).isEqualTo("400 50109");
      assertThat(discord.invalidCalls()).isOne();
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "content, 2000, 200 0",
    "content, 2001, 400 50035",
    "content, 0, 400 50006",
    "nonce, 26, 400 50035",
    "embed, 4096, 200 0",
    "embed, 4097, 400 50035",
    "custom_id, 100, 200 0",
    "custom_id, 101, 400 50035",
    "label, 80, 200 0",
    "label, 81, 400 50035",
  })
  @DisplayName("are limited in all that they carry")
  void lengths(String part, int length, String outcome) throws IOException {
    String words = "x".repeat(length);
    String body =
        switch (part) {
          case "embed" -> "{'embeds':[{'description':'" + words + "'}]}";
          case "nonce" -> "{'content':'a','nonce':'" + words + "'}";
          case "custom_id" -> row(button("a", words));
          case "label" -> row(button(words, "a"));
          default -> "{'content':'" + words + "'}";
        };

    assertThat(post(body)).isEqualTo(outcome);
  }

  private static String button(String label, String id) {
    return "{'type':2,'style':1,'label':'%s','custom_id':'%s'}".formatted(label, id);
  }

  private static String row(String... buttons) {
    return "{'content':'a','components':[{'type':1,'components':["
        + String.join(",", buttons)
        + "]}]}";
  }

  @Test
  @DisplayName("have at most five rows of five buttons, each with an id of its own")
  void buttons() throws IOException {
    List<String> six = List.of("a", "b", "c", "d", "e", "f");
    String[] buttons = six.stream().map(it -> button(it, it)).toArray(String[]::new);

    assertThat(post(row(buttons))).isEqualTo("400 50035");
    assertThat(post(row(button("a", "same"), button("b", "same")))).isEqualTo("400 50035");
    assertThat(post("{'content':'a','components':[" + button("a", "b") + "]}"))
        .isEqualTo("400 50035");
    assertThat(post(row(button("a", "1"), button("b", "2")))).isEqualTo("200 0");
    assertThat(general.botMessages().getLast().labels()).containsExactly("a", "b");
  }

  @Test
  @DisplayName("say what is wrong and where, as Discord does")
  void words() throws IOException {
    JsonNode refusal = bot.say(general, "x".repeat(2001));

    assertThat(refusal.path("message").asText()).isEqualTo("Invalid Form Body");
    assertThat(refusal.at("/errors/content/_errors/0/message").asText())
        .isEqualTo("Must be 2000 or fewer in length.");
  }

  @Test
  @DisplayName("are made once for each nonce that is enforced, for some minutes")
  void nonces() throws IOException {
    String body = "{'content':'once','nonce':'7','enforce_nonce':true}";

    JsonNode first = bot.call("POST", path, body);
    JsonNode second = bot.call("POST", path, body);
    clock.step(Duration.ofMinutes(6));
    JsonNode third = bot.call("POST", path, body);

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(third.path("id")).isNotEqualTo(first.path("id"));
    assertThat(general.botMessages()).hasSize(2);
  }

  @Test
  @DisplayName("are not made anew by the nonce of one that was deleted since")
  void nonceOfDeleted() throws IOException {
    String body = "{'content':'once','nonce':'7','enforce_nonce':true}";
    JsonNode first = bot.call("POST", path, body);
    general.purges(general.botMessages().getFirst());

    JsonNode second = bot.call("POST", path, body);

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(general.botMessages()).isEmpty();
  }

  @Test
  @DisplayName("reply to messages, and fail or not where those are gone")
  void replies() throws IOException {
    SaidMessage said = ada.says(general, "question");
    String reference = "{'content':'a','message_reference':{'message_id':'%s'%s}}";

    JsonNode reply = bot.call("POST", path, reference.formatted(said.id(), ""));

    assertThat(reply.path("type").asInt()).isEqualTo(19);
    assertThat(reply.at("/referenced_message/content").asText()).isEqualTo("question");
    assertThat(said.replies()).singleElement().matches(it -> it.pings().contains(ada.id()));
    ada.deletes(said);
    assertThat(post(reference.formatted(said.id(), ""))).isEqualTo("400 50035");
    assertThat(post(reference.formatted(said.id(), ",'fail_if_not_exists':false")))
        .isEqualTo("200 0");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'nothing': 0                                  | everyone, here, ROLE, ADA",
        "'allowed_mentions': {'parse': []}             | ",
        "'allowed_mentions': {'parse': ['users']}      | ADA",
        "'allowed_mentions': {'parse': ['everyone']}   | everyone, here",
        "'allowed_mentions': {'roles': ['ROLE']}       | ROLE",
      })
  @DisplayName("call only those whom allowed_mentions lets through")
  void pings(String allowed, String called) throws IOException {
    DiscordRole role = guild.role("team");
    String text = "@everyone @here " + role.mention() + ada.mention() + " `@everyone`";
    String body = "{'content':'" + text + "'," + allowed.replace("ROLE", role.id()) + "}";

    assertThat(post(body)).isEqualTo("200 0");

    String expected =
        called == null ? "" : called.replace("ROLE", role.id()).replace("ADA", ada.id());
    assertThat(String.join(", ", general.botMessages().getLast().pings())).isEqualTo(expected);
  }

  @Test
  @DisplayName("show previews of bare links, unless they are suppressed")
  void previews() throws IOException {
    String text =
        "https://a.example <https://b.example> [c](https://c.example) `https://d.example`";
    bot.say(general, text);
    ShownMessage open = general.botMessages().getLast();
    bot.call("PATCH", path + "/" + open.id(), "{'flags':4}");

    assertThat(open.unfurls()).containsExactly("https://a.example", "https://c.example");
    assertThat(general.botMessages().getLast())
        .matches(it -> it.unfurls().isEmpty() && it.embedsSuppressed());
  }

  @Test
  @DisplayName("are all components if they say so, and call people by those")
  void components() throws IOException {
    String text = "{'type':10,'content':'%s'}";
    String body = "{'flags':32768,'components':[{'type':17,'components':[%s]}]%s}";

    assertThat(post(body.formatted(text.formatted("Hi " + ada.mention()), ""))).isEqualTo("200 0");
    assertThat(post(body.formatted(text.formatted("x".repeat(4001)), ""))).isEqualTo("400 50035");
    assertThat(post(body.formatted(text.formatted("a"), ",'content':'b'"))).isEqualTo("400 50035");
    assertThat(general.botMessages())
        .singleElement()
        .matches(it -> it.text().equals("Hi " + ada.mention()) && it.pings().contains(ada.id()));
  }

  @Test
  @DisplayName("carry files with descriptions, which an edit keeps, removes and adds to")
  void files() throws IOException {
    SharedFile one = new SharedFile("one.txt", "text/plain", "1".getBytes(UTF_8));
    SharedFile two = new SharedFile("two.txt", "text/plain", "2".getBytes(UTF_8));
    JsonNode made =
        bot.upload(
            "POST", path, "{'attachments':[{'id':0,'description':'a one'}]}", List.of(one, two));
    String kept = made.at("/attachments/0/id").asText();
    String edit = "{'attachments':[{'id':'" + kept + "'},{'id':0}]}";
    SharedFile three = new SharedFile("three.txt", "text/plain", "3".getBytes(UTF_8));

    bot.upload("PATCH", path + "/" + made.path("id").asText(), edit, List.of(three));

    ShownMessage shown = general.botMessages().getLast();
    assertThat(shown.files()).extracting(SharedFile::name).containsExactly("one.txt", "three.txt");
    assertThat(shown.files().getFirst().description()).isEqualTo("a one");
    assertThat(shown.files().getLast().content()).isEqualTo("3".getBytes(UTF_8));
    JsonNode tooLarge =
        bot.upload("POST", path, "{}", List.of(new SharedFile("big", "a/b", new byte[101])));
    assertThat(tooLarge.path("code").asInt()).isEqualTo(40005);
  }

  @Test
  @DisplayName("are changed and removed by their author only")
  void own() throws IOException {
    String others = path + "/" + ada.says(general, "mine").id();
    String mine = path + "/" + bot.say(general, "a").path("id").asText();

    assertThat(bot.outcome("PATCH", others, "{'content':'b'}")).isEqualTo("403 50005");
    assertThat(bot.outcome("DELETE", others, "")).isEqualTo("403 50013");
    assertThat(bot.outcome("PATCH", path + "/1", "{'content':'b'}")).isEqualTo("404 10008");
    assertThat(bot.outcome("PATCH", mine, "{'content':''}")).isEqualTo("400 50006");
    assertThat(bot.outcome("PATCH", mine, "{'content':'b'}")).isEqualTo("200 0");
    assertThat(general.botMessages().getLast())
        .matches(it -> it.edits() == 1 && it.text().equals("b"));
    assertThat(bot.outcome("DELETE", mine, "")).isEqualTo("204 0");
    assertThat(general.botMessages()).isEmpty();
  }

  @Test
  @DisplayName("are read in pages, newest first")
  void history() throws IOException {
    List<String> ids = List.of("a", "b", "c", "d", "e").stream().map(this::said).toList();

    assertThat(read("limit=2")).containsExactly(ids.get(4), ids.get(3));
    assertThat(read("before=" + ids.get(2))).containsExactly(ids.get(1), ids.get(0));
    assertThat(read("limit=2&after=" + ids.get(0))).containsExactly(ids.get(2), ids.get(1));
    assertThat(read("limit=3&around=" + ids.get(2)))
        .containsExactly(ids.get(3), ids.get(2), ids.get(1));
    assertThat(bot.outcome("GET", path + "?limit=101", "")).isEqualTo("400 50035");
    assertThat(bot.get(path + "/" + ids.get(0)).path("content").asText()).isEqualTo("a");
  }

  private String said(String text) {
    return ada.says(general, text).id();
  }

  private List<String> read(String query) throws IOException {
    return bot.get(path + "?" + query).findValuesAsText("id").stream()
        .filter(it -> !it.equals(ada.id()))
        .toList();
  }

  @Test
  @DisplayName("refuse what people cannot do either")
  void people() {
    SaidMessage said = ada.says(general, "mine");
    DiscordPerson bob = guild.person("bob");

    assertThatThrownBy(() -> bob.edits(said, "yours")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bob.says(general, Remark.of("a").inReplyTo(ada.says(bob.dm(), "b"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
