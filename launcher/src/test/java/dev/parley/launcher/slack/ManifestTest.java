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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manifest of the Slack app")
class ManifestTest {
  private static final Pattern METHOD =
      Pattern.compile(
          "\"((?:agents|assistant|auth|chat|conversations|files|oauth|users|views)"
              + "\\.(?!slack)[A-Za-z.0-9]+)\"");

  /// What each method needs (docs.slack.dev, the page of each, "Required scopes").
  private static final Map<String, String> NEEDED =
      Map.ofEntries(
          Map.entry("agents.sessions.setStatus", "assistant:write chat:write"),
          Map.entry("assistant.threads.setStatus", "chat:write"),
          Map.entry("assistant.threads.setSuggestedPrompts", "assistant:write"),
          Map.entry("auth.test", ""),
          Map.entry("chat.appendStream", "chat:write"),
          Map.entry("chat.delete", "chat:write"),
          Map.entry("chat.getPermalink", ""),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.startStream", "chat:write"),
          Map.entry("chat.stopStream", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry(
              "conversations.history", "channels:history groups:history im:history mpim:history"),
          Map.entry("conversations.info", "channels:read groups:read mpim:read"),
          Map.entry("conversations.members", "channels:read groups:read mpim:read"),
          Map.entry("conversations.open", "im:write"),
          Map.entry(
              "conversations.replies", "channels:history groups:history im:history mpim:history"),
          Map.entry("files.completeUploadExternal", "files:write"),
          Map.entry("files.delete", "files:write"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.info", "files:read"),
          Map.entry("oauth.v2.access", ""),
          Map.entry("usergroups.list", "usergroups:read"),
          Map.entry("users.info", "users:read"),
          Map.entry("users.list", "users:read"),
          Map.entry("views.open", ""),
          Map.entry("views.publish", ""));

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
  @DisplayName("asks for the scope that each method of Slack's API needs which the bot calls")
  void methods() throws IOException {
    Set<String> called = new TreeSet<>();
    for (Path source : sources()) {
      METHOD.matcher(Files.readString(source)).results().forEach(it -> called.add(it.group(1)));
    }

    assertThat(called).hasSizeGreaterThan(10).isSubsetOf(NEEDED.keySet());
    assertThat(called).allMatch(method -> Scopes.BOT.containsAll(needed(method)));
  }

  private static List<String> needed(String method) {
    return Stream.of(NEEDED.getOrDefault(method, "unknown").split(" "))
        .filter(scope -> !scope.isEmpty())
        .toList();
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("slack-adapter"))) {
      root = root.resolve("..").normalize();
    }
    try (Stream<Path> files = Files.walk(root.resolve("slack-adapter/src/main"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
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
