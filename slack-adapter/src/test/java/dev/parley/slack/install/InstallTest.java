package dev.parley.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.GroupsWanted;
import dev.parley.platform.OwnRateLimits;
import dev.parley.platform.RateLimits;
import dev.parley.secret.Secret;
import dev.parley.secret.Vault;
import dev.parley.slack.SlackSettings;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackClient;
import dev.parley.slack.workspace.Installed;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.testkit.platform.InMemoryInstallations;
import dev.parley.testkit.slack.FakeSlack;
import dev.parley.testkit.slack.RecordedCall;
import dev.parley.testkit.slack.SlackRules;
import dev.parley.testkit.slack.SlackWorkspace;
import dev.parley.testkit.time.SteppedClock;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The bot in many workspaces of Slack")
@Timeout(60)
class InstallTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SteppedClock clock = new SteppedClock();
  private final FakeSlack slack = FakeSlack.start(SlackRules.withoutTiers());
  private final SlackWorkspace first = slack.workspace("T1");
  private final SlackWorkspace second = slack.workspace("T2");
  private final InMemoryInstallations store = new InMemoryInstallations(clock);
  private final RateLimits limits = new OwnRateLimits(clock::millis);
  private final Installing bot = instance();

  private Installing instance() {
    String key = Base64.getEncoder().encodeToString(new byte[Vault.KEY_BYTES]);
    SlackSettings.OAuth oauth =
        new SlackSettings.OAuth(
            slack.app().clientId(),
            Secret.of(slack.app().clientSecret()),
            URI.create("https://parley.example.org/"),
            Vault.with(Secret.of(key)));
    SlackClient client = new SlackClient(Optional.of(URI.create(slack.apiUrl())), limits);
    return Installing.of(oauth, store, client, GroupsWanted.NEVER, clock);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private static Map<String, String> query(Page begun) {
    Map<String, String> query = new HashMap<>();
    String address = begun.headers().getOrDefault("Location", "");
    Arrays.stream(address.substring(address.indexOf('?') + 1).split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return query;
  }

  private static Optional<String> cookie(Page begun) {
    String cookie = begun.headers().getOrDefault("Set-Cookie", "");
    return Optional.of(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
  }

  private Page install(SlackWorkspace workspace) {
    Page begun = bot.pages().begin();
    return bot.pages()
        .arrived(
            Map.of("code", workspace.installation().allow(), "state", query(begun).get("state")),
            cookie(begun));
  }

  private List<String> tokens(String method) {
    return slack.calls(method).stream().map(RecordedCall::token).toList();
  }

  @Nested
  @DisplayName("is installed by a browser")
  class ByBrowser {
    @Test
    @DisplayName("that is sent to Slack with what the bot needs, and a cookie of its own")
    void begins() {
      Page begun = bot.pages().begin();

      assertThat(begun.status()).isEqualTo(302);
      assertThat(begun.headers().get("Location"))
          .startsWith("https://slack.com/oauth/v2/authorize");
      assertThat(query(begun))
          .containsEntry("client_id", slack.app().clientId())
          .containsEntry("scope", String.join(",", Scopes.BOT))
          .containsEntry("redirect_uri", "https://parley.example.org/slack/oauth_redirect");
      assertThat(begun.headers().get("Set-Cookie"))
          .contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/slack");
    }

    @Test
    @DisplayName("and then uses each workspace's own token, which the store does not show")
    void installs() {
      Page shown = install(first);
      install(second);
      bot.workspaces().of("T1").api().call(ApiCall.passing("auth.test"));
      bot.workspaces().of("T2").api().call(ApiCall.passing("auth.test"));

      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.html()).contains("Workspace T1", "slack://app?team=T1");
      assertThat(tokens("auth.test")).containsExactly(first.botToken(), second.botToken());
      assertThat(store.find(new TenantId(new PlatformName("slack"), "T1")).orElseThrow())
          .startsWith("v1.")
          .doesNotContain(first.botToken());
    }

    @Test
    @DisplayName("once: the same address is good for nothing afterwards, nor after ten minutes")
    void onlyOnce() {
      Page begun = bot.pages().begin();
      Map<String, String> denied =
          Map.of("error", "access_denied", "state", query(begun).get("state"));
      Page late = bot.pages().begin();

      assertThat(bot.pages().arrived(denied, cookie(begun)).html()).contains("was not installed");
      assertThat(bot.pages().arrived(denied, cookie(begun)).status()).isEqualTo(400);
      clock.step(Duration.ofMinutes(11));
      Page arrived =
          bot.pages()
              .arrived(
                  Map.of("code", first.installation().allow(), "state", query(late).get("state")),
                  cookie(late));
      assertThat(arrived.status()).isEqualTo(400);
      assertThatThrownBy(() -> bot.workspaces().of("T1"))
          .isInstanceOf(UnknownWorkspaceException.class);
    }

    @Test
    @DisplayName("and by no other one than began")
    void sameBrowser() {
      Page begun = bot.pages().begin();
      Map<String, String> query =
          Map.of("code", first.installation().allow(), "state", query(begun).get("state"));

      Page other = bot.pages().arrived(query, cookie(bot.pages().begin()));

      assertThat(other.status()).isEqualTo(400);
      assertThat(bot.pages().arrived(query, cookie(begun)).status()).isEqualTo(400);
      assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    @DisplayName("and is told plainly where Slack does not take the code")
    void wrongCode() {
      Page begun = bot.pages().begin();

      Page arrived =
          bot.pages()
              .arrived(Map.of("code", "<b>", "state", query(begun).get("state")), cookie(begun));

      assertThat(arrived.status()).isEqualTo(502);
      assertThat(arrived.html()).contains("Begin again").doesNotContain("<b>", "invalid_code");
    }
  }

  @Test
  @DisplayName(
      "is not known any more where it was removed, on other instances too, until it returns")
  void removed() {
    install(first);
    Installing other = instance();
    other.workspaces().of("T1");

    bot.workspaces().removed("T1", clock.instant());

    assertThatThrownBy(() -> bot.workspaces().of("T1"))
        .isInstanceOf(UnknownWorkspaceException.class);
    clock.step(Duration.ofSeconds(20));
    assertThatThrownBy(() -> other.workspaces().of("T1"))
        .isInstanceOf(UnknownWorkspaceException.class);
    install(first);
    bot.workspaces().removed("T1", clock.instant().minusSeconds(10));
    assertThat(bot.workspaces().of("T1").identity().team()).isEqualTo("T1");
  }

  @Test
  @DisplayName("exchanges a token that expires in time, once for all instances")
  void rotates() {
    first.installation().rotateTokens();
    install(first);
    Installing other = instance();
    other.workspaces().of("T1").api().call(ApiCall.passing("auth.test"));
    String before = tokens("auth.test").getLast();

    clock.step(Duration.ofMinutes(11 * 60 + 30));
    bot.workspaces().of("T1").api().call(ApiCall.passing("auth.test"));
    String after = tokens("auth.test").getLast();
    other.workspaces().of("T1").api().call(ApiCall.passing("auth.test"));

    assertThat(after).isNotEqualTo(before);
    assertThat(tokens("auth.test").getLast()).isEqualTo(after);
    assertThat(slack.calls("oauth.v2.access")).hasSize(2);
  }

  @Test
  @DisplayName("belongs to the organisation where it is installed in all of its workspaces")
  void organisation() throws Exception {
    Installed installed =
        Installed.of(
            JSON.readTree(
                """
                {"ok": true, "app_id": "A1", "access_token": "xoxb-org", "team": null,
                 "enterprise": {"id": "E1", "name": "Org"}, "is_enterprise_install": true}"""),
            clock.instant());

    assertThat(installed.owner()).isEqualTo("E1");
    store.save(
        new TenantId(new PlatformName("slack"), "E1"),
        Vault.with(Secret.of(Base64.getEncoder().encodeToString(new byte[Vault.KEY_BYTES])))
            .sealed(installed.text(), new TenantId(new PlatformName("slack"), "E1").toString()));
    assertThat(bot.workspaces().of("E1.T1")).isSameAs(bot.workspaces().of("E1.T2"));
    assertThatThrownBy(() -> bot.workspaces().of("T1"))
        .isInstanceOf(UnknownWorkspaceException.class);
  }
}
