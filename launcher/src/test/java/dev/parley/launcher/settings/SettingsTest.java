package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.ConversationSettings;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.InboxSettings;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings")
class SettingsTest {
  @TempDir Path folder;

  private Settings read(Map<String, String> environment) {
    return new SettingsFile(environment, folder).read();
  }

  private Settings read(String yaml, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), yaml);
    return read(environment);
  }

  private List<String> mistakes(String yaml, Map<String, String> environment) {
    SettingsException mistaken =
        catchThrowableOfType(SettingsException.class, () -> read(yaml, environment));
    return mistaken.mistakes().stream().map(Mistake::toString).toList();
  }

  @Nested
  @DisplayName("without a file")
  class WithoutFile {
    @Test
    @DisplayName("are the shipped defaults")
    void defaults() {
      Settings settings = read(Map.of());

      assertThat(settings.http())
          .isEqualTo(new HttpSection("127.0.0.1", 8080, List.of(), 20 << 20));
      assertThat(settings.dataDirectory()).isEqualTo(Path.of("data"));
      assertThat(settings.redis().url()).isEmpty();
      assertThat(settings.redis().embeddedFsync()).isEqualTo(RedisSection.Fsync.ALWAYS);
      assertThat(settings.gemini().apiKey()).isEmpty();
      assertThat(settings.gemini().model()).isEqualTo("gemini-3.8-flash");
      assertThat(settings.gemini().fallbackModels()).containsExactly("gemini-3.5-flash-lite");
      assertThat(settings.conversation().scope()).isEqualTo(SessionScope.THREAD);
      assertThat(settings.conversation().persona()).startsWith("You are Parley, ");
      assertThat(settings.secrets()).isEmpty();
    }

    @Test
    @DisplayName("agree with the inbox's own defaults")
    void inboxDefaults() {
      TurnsSection turns = read(Map.of()).turns();

      InboxSettings asWired =
          new InboxSettings(
              turns.lease(),
              turns.mostTakeOvers(),
              turns.mostWaiting(),
              turns.mergeWaiting(),
              turns.remembered(),
              read(Map.of()).conversation().scope());

      assertThat(asWired).isEqualTo(InboxSettings.DEFAULTS);
    }

    @Test
    @DisplayName("take the environment's variables")
    void environment() {
      Settings settings =
          read(
              Map.of(
                  "PORT", "9000",
                  "HOST", "0.0.0.0",
                  "REDIS_URL", "redis://:geheim@redis.example:7000/2",
                  "GEMINI_API_KEY", "key-123456",
                  "GEMINI_BASE_URL", "http://localhost:9999",
                  "PARLEY_DATA", "/somewhere",
                  "SLACK_BOT_TOKEN", "",
                  "DISCORD_TOKEN", "token-123"));

      assertThat(settings.http().host()).isEqualTo("0.0.0.0");
      assertThat(settings.http().port()).isEqualTo(9000);
      assertThat(settings.dataDirectory()).isEqualTo(Path.of("/somewhere"));
      assertThat(settings.gemini().baseUrl()).contains("http://localhost:9999");
      assertThat(settings.slack().botToken()).isEmpty();
      assertThat(settings.secrets())
          .containsExactly(
              Secret.of("redis://:geheim@redis.example:7000/2"),
              Secret.of("key-123456"),
              Secret.of("token-123"));
    }

    @Test
    @DisplayName("name the file that PARLEY_CONFIG names in vain")
    void missingFile() {
      SettingsException mistaken =
          catchThrowableOfType(
              SettingsException.class, () -> read(Map.of("PARLEY_CONFIG", "nowhere.yaml")));

      assertThat(mistaken)
          .hasMessageContaining("nowhere.yaml cannot be read")
          .hasMessageContaining("PARLEY_CONFIG");
    }
  }

  @Nested
  @DisplayName("with a file")
  class WithFile {
    @Test
    @DisplayName("are those of the file, and the defaults for what it leaves out")
    void overlay() throws IOException {
      String yaml =
          """
          gemini:
            model: gemini-x
            fallback-models: [a, b]
            turn-time-limit: 90s
          turns:
            waiting-messages: each
          redis:
          """;

      Settings settings = read(yaml, Map.of("PORT", "9001"));

      assertThat(settings.gemini().model()).isEqualTo("gemini-x");
      assertThat(settings.gemini().fallbackModels()).containsExactly("a", "b");
      assertThat(settings.gemini().turnTimeLimit()).isEqualTo(Duration.ofSeconds(90));
      assertThat(settings.gemini().attempts()).isEqualTo(4);
      assertThat(settings.turns().mergeWaiting()).isFalse();
      assertThat(settings.http().port()).isEqualTo(9001);
    }

    @Test
    @DisplayName("expand variables with and without a default, and leave $${ alone")
    void expansion() throws IOException {
      String yaml =
          """
          gemini:
            model: ${MODEL}-${KIND:-flash}
          conversation:
            persona: Say $${NAME} and ${MOOD:-be kind}.
          http:
            allowed-hosts: ${HOSTS}
          """;

      Settings settings = read(yaml, Map.of("MODEL", "gemini", "HOSTS", "a.example, b.example"));

      assertThat(settings.gemini().model()).isEqualTo("gemini-flash");
      assertThat(settings.conversation().persona()).isEqualTo("Say ${NAME} and be kind.");
      assertThat(settings.http().allowedHosts()).containsExactly("a.example", "b.example");
    }

    @Test
    @DisplayName("read a persona from the file that they name")
    void personaFile() throws IOException {
      Files.createDirectories(folder.resolve("config/personas"));
      Files.writeString(folder.resolve("config/personas/pirate.md"), "You are a pirate.\n");

      Settings settings = read("conversation: {persona: 'file:personas/pirate.md'}", Map.of());

      assertThat(settings.conversation().persona()).isEqualTo("You are a pirate.");
    }
  }

  @Nested
  @DisplayName("with mistakes")
  class WithMistakes {
    @Test
    @DisplayName("name all of them at once, each with what would be right")
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

    @ParameterizedTest(name = "{0}")
    @DisplayName("suggest the nearest known key")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            htpp: {port: 1}             | htpp is not a setting; did you mean http?
            http: {prot: 1}             | http.prot is not a setting; did you mean port?
            gemini: {idle_timeout: 1s}  | gemini.idle_timeout is not a setting; did you mean idle-timeout?
            demo: {zebra: 1}            | demo.zebra is not a setting; there are pace
            """)
    void unknownKeys(String yaml, String sentence) {
      assertThat(mistakes(yaml, Map.of())).containsExactly(sentence);
    }

    @Test
    @DisplayName("name a key that is there twice")
    void duplicates() {
      String yaml = "http:\n  port: 1\n  host: a\n  port: 2\n";

      List<String> mistakes = mistakes(yaml, Map.of());

      assertThat(mistakes).containsExactly("http.port is there twice (line 4); keep one of them");
    }

    @Test
    @DisplayName("say which environment variable a wrong value came from")
    void wrongEnvironment() {
      List<String> mistakes = mistakes("", Map.of("PORT", "http"));

      assertThat(mistakes)
          .containsExactly(
              "http.port is \"http\" (from PORT) but needs a whole number from 0 to 65535");
    }

    @Test
    @DisplayName("say which environment variable is missing")
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

      assertThat(mistakes)
          .singleElement()
          .asString()
          .startsWith("redis.url is not a Redis address");
      assertThat(mistakes.toString()).doesNotContain("geheim");
    }

    @Test
    @DisplayName("say where the file is not YAML")
    void notYaml() {
      List<String> mistakes = mistakes("http:\n  port: [1\n", Map.of());

      assertThat(mistakes).singleElement().asString().contains("parley.yaml is not YAML: ");
    }

    @Test
    @DisplayName("say that a persona is too long, or its file missing")
    void persona() {
      String tooLong = "x".repeat(ConversationSettings.LONGEST_PERSONA + 1);

      List<String> longOne = mistakes("conversation: {persona: " + tooLong + "}", Map.of());
      List<String> missing = mistakes("conversation: {persona: 'file:nobody.md'}", Map.of());

      assertThat(longOne)
          .containsExactly("conversation.persona has 8001 characters; at most 8000 are possible");
      assertThat(missing).singleElement().asString().contains("nobody.md, which cannot be read");
    }
  }
}
