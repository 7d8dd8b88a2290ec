package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.FakeSlack;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackWorkspace;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In Slack, the bot that people install in their workspaces")
class InstallScenarioTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

  @TempDir private Path folder;
  private final FakeSlack slack = FakeSlack.start();
  private final SlackWorkspace first = slack.workspace("T1");
  private final SlackWorkspace second = slack.workspace("T2");

  @AfterEach
  void closeSlack() {
    slack.close();
  }

  private BotProcess bot(String publicUrl) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_CLIENT_ID", slack.app().clientId());
    environment.put("SLACK_CLIENT_SECRET", slack.app().clientSecret());
    environment.put("SLACK_PUBLIC_URL", publicUrl);
    environment.put("PARLEY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    environment.put("SLACK_SIGNING_SECRET", slack.app().signingSecret());
    environment.put("SLACK_API_URL", slack.apiUrl());
    BotProcess bot = BotProcess.start(folder, environment).awaitStart();
    slack.eventsTo(bot.uri().orElseThrow().resolve("/slack/events"));
    return bot;
  }

  private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String install(BotProcess bot, SlackWorkspace workspace) throws Exception {
    URI home = bot.uri().orElseThrow();
    try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      HttpResponse<String> begun = get(browser, home.resolve("/slack/install"));
      Matcher state = STATE.matcher(begun.headers().firstValue("Location").orElseThrow());
      assertThat(state.find()).isTrue();
      String code = URLEncoder.encode(workspace.installation().allow(), StandardCharsets.UTF_8);
      String back = "/slack/oauth_redirect?code=" + code + "&state=" + state.group(1);
      HttpResponse<String> shown = get(browser, home.resolve(back));
      assertThat(shown.headers().firstValue("Content-Security-Policy")).isPresent();
      return shown.body();
    }
  }

  private static SaidMessage ask(SlackWorkspace workspace, String text) {
    String channel = workspace.channel("general");
    return workspace.person("Ann").says(channel, "<@" + workspace.botUserId() + "> " + text);
  }

  private static ShownMessage answered(SaidMessage question) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                !question.replies().isEmpty()
                    && question.replies().stream().allMatch(ShownMessage::finished));
    return question.replies().getLast();
  }

  @Test
  @DisplayName("answers in each of them by its own token, and in none that removed it")
  void installed() throws Exception {
    try (BotProcess bot = bot("http://127.0.0.1")) {
      assertThat(bot.output()).contains("to be installed at http://127.0.0.1/slack/install");
      assertThat(install(bot, first)).contains("Parley is installed", "Workspace T1");
      assertThat(install(bot, second)).contains("Workspace T2");

      answered(ask(first, "Hello"));
      answered(ask(second, "Hello"));
      first.installation().uninstall().await(LIMIT);
      SaidMessage late = ask(first, "Still there?");
      late.awaitDelivered(LIMIT);
      answered(ask(second, "And you?"));

      assertThat(late.replies()).isEmpty();
      assertThat(second.botMessages()).hasSize(2);
      assertThat(bot.output())
          .contains("removed from T1")
          .doesNotContain("ERROR", first.botToken(), second.botToken());
    }
  }

  @Test
  @DisplayName("still knows them after its next start")
  void restarted() throws Exception {
    try (BotProcess bot = bot("http://127.0.0.1")) {
      install(bot, first);
    }
    try (BotProcess bot = bot("http://127.0.0.1")) {
      answered(ask(first, "Hello"));

      assertThat(bot.output()).doesNotContain("ERROR");
      assertThat(stored()).doesNotContain(first.botToken());
    }
  }

  /// All that the embedded Redis wrote.
  private String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all).contains("installation");
    return all.toString();
  }
}
