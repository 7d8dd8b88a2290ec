package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.SettingsFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the bot says at its start")
class StartNoticeTest {
  @TempDir Path folder;

  private Settings settings(Map<String, String> environment) {
    return new SettingsFile(environment, folder).read();
  }

  @Test
  @DisplayName("names the web chat, the demo model and what is off")
  void withoutEnvironment() {
    assertThat(
            StartNotice.lines(
                settings(Map.of()),
                URI.create("http://127.0.0.1:8080"),
                "in /data",
                Optional.empty()))
        .containsExactly(
            "Web chat: http://127.0.0.1:8080/",
            "Model: the demo model, which is no real one (set GEMINI_API_KEY to use Gemini)",
            "Knowledge base: searched by words alone (set GEMINI_API_KEY to search by meaning too)",
            "Kept: in /data",
            "Slack: off (no SLACK_BOT_TOKEN)",
            "Discord: off (no DISCORD_TOKEN)",
            "Stop with Ctrl-C.");
  }

  @Test
  @DisplayName("names the address, the model, and how Slack's events come")
  void withEnvironment() {
    Settings settings =
        settings(
            Map.of(
                "HOST", "0.0.0.0",
                "GEMINI_API_KEY", "key-123",
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_APP_TOKEN", "xapp-1"));

    assertThat(
            StartNotice.lines(
                settings, URI.create("http://localhost:9000"), "in /data", Optional.empty()))
        .contains(
            "Web chat: http://localhost:9000/",
            "Model: gemini-3.8-flash",
            "Knowledge base: vectors by gemini-embedding-2, of 768 dimensions",
            "Slack: by socket mode")
        .noneMatch(line -> line.contains("xoxb-1") || line.contains("key-123"));
  }

  @Test
  @DisplayName("names the address that Slack has to be told where events come over HTTP")
  void slackOverHttp() {
    Settings settings =
        settings(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "geheim"));

    assertThat(
            StartNotice.lines(
                settings, URI.create("http://localhost:9000"), "in /data", Optional.empty()))
        .contains("Slack: by HTTP; its events are expected at http://localhost:9000/slack/events");
  }
}
