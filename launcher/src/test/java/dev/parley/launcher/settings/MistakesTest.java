package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.ConversationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Mistakes in the settings")
class MistakesTest {
  @TempDir Path folder;

  private Settings read(String yaml, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), yaml);
    return new SettingsFile(environment, folder).read();
  }

  private List<String> mistakes(String yaml, Map<String, String> environment) {
    SettingsException mistaken =
        catchThrowableOfType(SettingsException.class, () -> read(yaml, environment));
    return mistaken.mistakes().stream().map(Mistake::toString).toList();
  }

  @Test
  @DisplayName("are times of Discord's for which nobody would know a message again")
  void catchUp() {
    String yaml = "turns:\n  remembered: 5m\n";

    assertThat(mistakes(yaml, Map.of("DISCORD_TOKEN", "token-1")))
        .containsExactly(
            "discord.catch-up is longer than turns.remembered; what is older than that would be"
                + " answered twice");
    assertThatNoException().isThrownBy(() -> read(yaml, Map.of()));
  }

  @Test
  @DisplayName("are names of built-in tools that are misspelt, and what no tool is called")
  void offTools() {
    assertThat(mistakes("tools: {off: [calcualte, \"no tool!\", my_tool, make_chart]}", Map.of()))
        .containsExactly(
            "tools.off has calcualte, which is no tool; did you mean calculate?",
            "tools.off has \"no tool!\", which is neither a tool's name nor a pattern such as"
                + " github__*");
    assertThatNoException()
        .isThrownBy(
            () -> read("tools: {off: [my_tool, github__*, calculate*, make_chart]}", Map.of()));
  }

  @Test
  @DisplayName("are named all at once, each with what would be right")
  void allAtOnce() {
    String yaml =
        """
        http:
          port: many
          body-limit: 20
        gemini:
          idle-timeout: 60
          base-url: gemini.example
        conversation:
          scope: room
          keep-tokens: 40000
        turns: merge
        """;

    List<String> mistakes = mistakes(yaml, Map.of());

    assertThat(mistakes)
        .containsExactlyInAnyOrder(
            "http.port is \"many\" but needs a whole number from 0 to 65535",
            "http.body-limit is \"20\" but needs a size from 1KB to 1GB, such as 512KB or 20MB",
            "gemini.idle-timeout is \"60\" but needs a time from 1s to 30m, such as 500ms, 30s or 5m",
            "gemini.base-url needs an address that begins with http:// or https://",
            "conversation.scope is \"room\" but needs one of channel, thread, user",
            "conversation.keep-tokens needs less than history-tokens, which is 32000",
            "turns is one value but needs the keys waiting-messages, most-at-once, lease,"
                + " most-take-overs, most-waiting, remembered, drain-time");
  }

  @Test
  @DisplayName("in rules about tools are named by the rule")
  void toolRules() {
    String yaml =
        """
        tools:
          approval-expiry: soon
          rules:
            - {tools: "send mail", allow: maybe}
            - {allow: no}
            - {tools: ["*"], people: [U1]}
            - {tools: ["*"], tenants: [T1], platforms: [Slack!], aproval: always}
            - plain
        """;

    assertThat(mistakes(yaml, Map.of()))
        .containsExactlyInAnyOrder(
            "tools.approval-expiry is \"soon\" but needs a time from 1s to 168h, such as 500ms, 30s"
                + " or 5m",
            "tools.rules[1].tools has \"send mail\" but needs names of tools, in which * stands for"
                + " any characters",
            "tools.rules[1].allow is \"maybe\" but needs yes or no",
            "tools.rules[2].tools is missing; write which tools the rule is about, or \"*\" for all",
            "tools.rules[3].allow is missing; a rule needs allow, approval or approvers",
            "tools.rules[4].aproval is not a setting; did you mean approval?",
            "tools.rules[4].platforms has \"Slack!\" but needs names such as slack, discord or web",
            "tools.rules[4].tenants has \"T1\" but needs workspaces or servers such as slack/T012",
            "tools.rules[4].allow is missing; a rule needs allow, approval or approvers",
            "tools.rules[5] is one value but needs a group of keys");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("in keys come with the nearest known key")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          htpp: {port: 1}             | htpp is not a setting; did you mean http?
          http: {prot: 1}             | http.prot is not a setting; did you mean port?
          gemini: {idle_timeout: 1s}  | gemini.idle_timeout is not a setting; did you mean idle-timeout?
          demo: {zebra: 1}            | demo.zebra is not a setting; there are words-per-second
          """)
  void unknownKeys(String yaml, String sentence) {
    assertThat(mistakes(yaml, Map.of())).containsExactly(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("are tokens of Slack's that are missing or mixed up")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bot-token: xoxb-1                               | slack.app-token is missing: with a bot token, Slack needs SLACK_APP_TOKEN for socket mode, or SLACK_SIGNING_SECRET (slack.signing-secret) for HTTP
          bot-token: xoxb-1, mode: socket                 | slack.app-token is missing, which socket mode needs; set SLACK_APP_TOKEN
          bot-token: xoxb-1, app-token: xapp-1, mode: http | slack.signing-secret is missing, which HTTP needs; set SLACK_SIGNING_SECRET
          mode: socket                                    | slack.bot-token is missing, which any mode but off needs; set SLACK_BOT_TOKEN
          client-id: 1.2, signing-secret: s, client-secret: s, public-url: 'https://x.example' | slack.encryption-key is missing, which slack.client-id needs; set PARLEY_ENCRYPTION_KEY
          client-id: 1.2, signing-secret: s, client-secret: s, public-url: 'x', encryption-key: AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE= | slack.public-url needs the address of the bot for browsers, such as https://parley.example.org
          client-id: 1.2, signing-secret: s, client-secret: s, public-url: 'https://x.example', encryption-key: short | slack.encryption-key needs 32 random bytes in base64, as `openssl rand -base64 32` gives them: a key is written in base64
          bot-token: xapp-1, app-token: xapp-1            | slack.bot-token begins with xapp-; the token that is needed begins with xoxb-
          """)
  void slackTokens(String keys, String sentence) {
    assertThat(mistakes("slack: {" + keys + "}", Map.of())).containsExactly(sentence);
  }

  @Test
  @DisplayName("are keys that are there twice")
  void duplicates() {
    String yaml = "http:\n  port: 1\n  host: a\n  port: 2\n";

    List<String> mistakes = mistakes(yaml, Map.of());

    assertThat(mistakes).containsExactly("http.port is there twice (line 4); keep one of them");
  }

  @Test
  @DisplayName("are groups of keys in a list of plain values, and keys that are there twice in one")
  void groupsInLists() {
    String yaml = "http: {allowed-hosts: [a.example, {b: 1, b: 2}]}";

    assertThat(mistakes(yaml, Map.of()))
        .containsExactly(
            "http.allowed-hosts[2].b is there twice (line 1); keep one of them",
            "http.allowed-hosts may only list plain values");
  }

  @Test
  @DisplayName("name the environment variable that a wrong value came from")
  void wrongEnvironment() {
    List<String> mistakes = mistakes("", Map.of("PORT", "http"));

    assertThat(mistakes)
        .containsExactly(
            "http.port is \"http\" (from PORT) but needs a whole number from 0 to 65535");
  }

  @Test
  @DisplayName("name the environment variable that is missing")
  void missingEnvironment() {
    List<String> mistakes = mistakes("gemini: {model: '${MODEL}', api-key: '${ }'}", Map.of());

    assertThat(mistakes)
        .containsExactlyInAnyOrder(
            "gemini.model needs the environment variable MODEL, which is not set; set it, or write"
                + " ${MODEL:-default}",
            "gemini.api-key has a ${ that is not ${NAME} or ${NAME:-default}; write $${ for a"
                + " literal one");
  }

  @Test
  @DisplayName("never show a secret")
  void secrets() {
    List<String> mistakes = mistakes("", Map.of("REDIS_URL", "postgres://me:geheim@db"));

    assertThat(mistakes).singleElement().asString().startsWith("redis.url is not a Redis address");
    assertThat(mistakes.toString()).doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:6379",
        "redis://",
        "redis://a:b:c",
        "redis://a,b",
        "http://a",
        "redis://:%zz@a",
        "redis://a:70000",
        "redis://a/1,redis://b"
      })
  @DisplayName("are found in an address of Redis that is wrong")
  void wrongAddresses(String url) {
    assertThat(mistakes("", Map.of("REDIS_URL", url)))
        .singleElement()
        .asString()
        .startsWith("redis.url is not a Redis address");
  }

  @Test
  @DisplayName("name the place where the file is not YAML")
  void notYaml() {
    List<String> mistakes = mistakes("http:\n  port: [1\n", Map.of());

    assertThat(mistakes).singleElement().asString().contains("parley.yaml is not YAML: ");
  }

  @Test
  @DisplayName("are a persona that is too long, and a file of it that is missing")
  void persona() {
    String tooLong = "x".repeat(ConversationSettings.LONGEST_PERSONA + 1);

    List<String> longOne = mistakes("conversation: {persona: " + tooLong + "}", Map.of());
    List<String> missing = mistakes("conversation: {persona: 'file:nobody.md'}", Map.of());

    assertThat(longOne)
        .containsExactly("conversation.persona has 8001 characters; at most 8000 are possible");
    assertThat(missing).singleElement().asString().contains("nobody.md, which cannot be read");
  }
}
