package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.document.DocumentSettings;
import dev.parley.gemini.OwnTools;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.InboxSettings;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Nested
  @DisplayName("without a file")
  class WithoutFile {
    @Test
    @DisplayName("are the shipped defaults")
    void defaults() {
      Settings settings = read(Map.of());

      assertThat(settings.http()).isEqualTo(new HttpSection("127.0.0.1", 8080, List.of(), 1 << 20));
      assertThat(settings.dataDirectory()).isEqualTo(Path.of("data"));
      assertThat(settings.redis().url()).isEmpty();
      assertThat(settings.redis().embeddedFsync()).isEqualTo(RedisSection.Fsync.ALWAYS);
      assertThat(settings.gemini().apiKey()).isEmpty();
      assertThat(settings.gemini().model()).isEqualTo("gemini-3.8-flash");
      assertThat(settings.gemini().fallbackModels()).containsExactly("gemini-3.5-flash-lite");
      assertThat(settings.gemini().imageModels()).isEmpty();
      assertThat(settings.gemini().imageModel()).contains("gemini-3.1-flash-image");
      assertThat(settings.conversation().scope()).isEqualTo(SessionScope.THREAD);
      assertThat(settings.conversation().persona()).startsWith("You are Parley, ");
      assertThat(settings.attachments()).isEqualTo(AttachmentSettings.DEFAULTS);
      assertThat(settings.documents()).isEqualTo(DocumentSettings.DEFAULTS);
      assertThat(settings.secrets()).isEmpty();
    }

    @Test
    @DisplayName("agree with the defaults of files and pictures")
    void attachmentDefaults() {
      assertThat(read(Map.of()).attachments()).isEqualTo(AttachmentSettings.DEFAULTS);
    }

    @Test
    @DisplayName("leave Gemini's own tools off")
    void ownTools() {
      assertThat(read(Map.of()).gemini().ownTools())
          .isEqualTo(new OwnTools(false, false, false, 5));
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
              read(Map.of()).conversation().scope(),
              read(Map.of()).conversation().answers());

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
      assertThat(settings.gemini().baseUrl()).contains(URI.create("http://localhost:9999"));
      assertThat(settings.slack().botToken()).isEmpty();
      assertThat(settings.secrets())
          .containsExactly(
              Secret.of("redis://:geheim@redis.example:7000/2"),
              Secret.of("geheim"),
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

    @ParameterizedTest
    @ValueSource(
        strings = {
          "redis://localhost",
          "redis://my_redis:6379/2",
          "rediss://me:p@ss:w/ord@redis.example:7000",
          "redis://[::1]:6379",
          "redis://:pw@a:1, redis://b:2"
        })
    @DisplayName("take an address of Redis in all its forms")
    void rightAddresses(String url) {
      assertThat(read(Map.of("REDIS_URL", url)).redis().url()).contains(Secret.of(url));
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
            model: gemini-3.5-flash
            fallback-models: [gemini-3.1-flash-lite, gemini-2.5-flash-lite]
            image-models: [gemini-3-pro-image]
            image-model: ""
            turn-time-limit: 90s
            search: true
            reserved-searches: 2
          turns:
            waiting-messages: each
          redis:
          """;

      Settings settings = read(yaml, Map.of("PORT", "9001"));

      assertThat(settings.gemini().model()).isEqualTo("gemini-3.5-flash");
      assertThat(settings.gemini().fallbackModels())
          .containsExactly("gemini-3.1-flash-lite", "gemini-2.5-flash-lite");
      assertThat(settings.gemini().imageModels()).containsExactly("gemini-3-pro-image");
      assertThat(settings.gemini().imageModel()).isEmpty();
      assertThat(settings.gemini().turnTimeLimit()).isEqualTo(Duration.ofSeconds(90));
      assertThat(settings.gemini().attempts()).isEqualTo(3);
      assertThat(settings.gemini().client(Secret.of("key"), Optional.empty(), List.of()).ownTools())
          .isEqualTo(new OwnTools(true, false, false, 2));
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

      Settings settings =
          read(yaml, Map.of("MODEL", "gemini-3.8", "HOSTS", "a.example, b.example"));

      assertThat(settings.gemini().model()).isEqualTo("gemini-3.8-flash");
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
}
