package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.slack.install.Scopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manifest of the Slack app")
class ManifestTest {
  private static final Path FILE = Path.of("../config/slack-manifest.yaml");

  private static JsonNode manifest(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }

  private static JsonNode manifest() throws IOException {
    return manifest(Files.readString(FILE));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  @Test
  @DisplayName("asks for the scopes that installing by the browser asks for, and no others")
  void scopes() throws IOException {
    assertThat(texts(manifest().at("/oauth_config/scopes/bot")))
        .containsExactlyInAnyOrderElementsOf(Scopes.BOT);
  }

  @Test
  @DisplayName("subscribes to the events that the bot handles, and no others")
  void events() throws IOException {
    assertThat(texts(manifest().at("/settings/event_subscriptions/bot_events")))
        .containsExactlyInAnyOrder(
            "app_mention",
            "message.channels",
            "message.groups",
            "message.im",
            "message.mpim",
            "agent_session_stopped",
            "app_home_opened",
            "app_uninstalled",
            "tokens_revoked");
  }

  @Test
  @DisplayName("keeps within the lengths that Slack takes")
  void lengths() throws IOException {
    JsonNode manifest = manifest();

    assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
    assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
    assertThat(manifest.at("/features/agent_view/agent_description").asText())
        .hasSizeBetween(1, 300);
    assertThat(manifest.at("/features/bot_user/display_name").asText()).hasSizeBetween(1, 80);
    for (JsonNode command : manifest.at("/features/slash_commands")) {
      assertThat(command.path("command").asText()).matches("/[a-z0-9_-]{1,31}");
      assertThat(command.path("description").asText()).hasSizeBetween(1, 2_000);
      assertThat(command.path("usage_hint").asText()).hasSizeBetween(1, 1_000);
    }
    for (JsonNode shortcut : manifest.at("/features/shortcuts")) {
      assertThat(shortcut.path("name").asText()).hasSizeBetween(1, 24);
      assertThat(shortcut.path("callback_id").asText()).hasSizeBetween(1, 255);
      assertThat(shortcut.path("description").asText()).hasSizeBetween(1, 150);
    }
  }

  @Test
  @DisplayName("is still one where its comments for HTTP are followed")
  void overHttp() throws IOException {
    String http =
        Files.readString(FILE)
            .replaceAll("# (url|request_url|redirect_urls):", "$1:")
            .replace("#   - https", "  - https")
            .replace("socket_mode_enabled: true", "socket_mode_enabled: false");

    JsonNode manifest = manifest(http);

    String address = "https://parley.example.org/slack/events";
    assertThat(manifest.at("/settings/event_subscriptions/request_url").asText())
        .isEqualTo(address);
    assertThat(manifest.at("/settings/interactivity/request_url").asText()).isEqualTo(address);
    assertThat(manifest.at("/oauth_config/redirect_urls/0").asText())
        .isEqualTo("https://parley.example.org/slack/oauth_redirect");
    for (JsonNode command : manifest.at("/features/slash_commands")) {
      assertThat(command.path("url").asText()).isEqualTo(address);
    }
  }
}
