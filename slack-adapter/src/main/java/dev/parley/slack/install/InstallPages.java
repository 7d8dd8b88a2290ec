package dev.parley.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.platform.Installations;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.InstallationBook;
import dev.parley.slack.workspace.Installed;
import dev.parley.slack.workspace.InstalledWorkspaces;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a browser to Slack to allow the bot, and takes it back. It comes back with a word that is
/// good once, for a while, and only with the cookie that it was sent away with: nobody can make
/// somebody else's browser end what they began.
public final class InstallPages {
  /// Where people begin.
  public static final String BEGIN = "/slack/install";

  /// Where Slack sends them back to.
  public static final String RETURN = "/slack/oauth_redirect";

  /// The cookie of a browser that has begun.
  public static final String COOKIE = "parley_install";

  private static final Logger LOG = LoggerFactory.getLogger(InstallPages.class);
  private static final String AUTHORIZE = "https://slack.com/oauth/v2/authorize";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int WORD_BYTES = 24;
  private static final String AGAIN = "<p><a href=\"" + BEGIN + "\">Begin again</a></p>";

  private final Installations expected;
  private final InstallationBook book;
  private final InstalledWorkspaces workspaces;
  private final String clientId;
  private final URI publicUrl;
  private final SecureRandom random = new SecureRandom();

  /// @param publicUrl where browsers reach the bot
  public InstallPages(
      Installations expected,
      InstallationBook book,
      InstalledWorkspaces workspaces,
      String clientId,
      URI publicUrl) {
    this.expected = expected;
    this.book = book;
    this.workspaces = workspaces;
    this.clientId = clientId;
    this.publicUrl = publicUrl;
  }

  /// Sends a browser to Slack.
  public Page begin() {
    String state = word();
    String browser = word();
    try {
      expected.expect(state, browser, PATIENCE);
    } catch (StoreUnavailableException away) {
      return away();
    }
    String address =
        AUTHORIZE
            + "?client_id="
            + encoded(clientId)
            + "&scope="
            + encoded(String.join(",", Scopes.BOT))
            + "&state="
            + encoded(state)
            + "&redirect_uri="
            + encoded(redirect());
    return Page.to(address, cookie(browser));
  }

  private String word() {
    byte[] bytes = new byte[WORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private String redirect() {
    return publicUrl.toString().replaceFirst("/+$", "") + RETURN;
  }

  private String cookie(String browser) {
    return "%s=%s; Path=/slack; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(
            COOKIE,
            browser,
            PATIENCE.toSeconds(),
            "https".equals(publicUrl.getScheme()) ? "; Secure" : "");
  }

  /// Takes a browser back from Slack.
  ///
  /// @param query what Slack gave it
  /// @param cookie that it was sent away with
  public Page arrived(Map<String, String> query, Optional<String> cookie) {
    try {
      Optional<String> browser = Optional.ofNullable(query.get("state")).flatMap(expected::arrive);
      if (browser.isEmpty()) {
        return Page.of(
            400,
            "This did not work",
            "<p>This address was used already, or it took more than ten minutes.</p>" + AGAIN);
      }
      if (cookie.filter(given -> isSame(given, browser.get())).isEmpty()) {
        return Page.of(
            400,
            "This did not work",
            "<p>It was begun in another browser, or this one takes no cookies.</p>" + AGAIN);
      }
      return query.containsKey("code") ? install(query.get("code")) : refused(query);
    } catch (StoreUnavailableException away) {
      return away();
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static Page refused(Map<String, String> query) {
    LOG.info("an installation was not allowed: {}", query.containsKey("error"));
    return Page.of(
        200,
        "Parley was not installed",
        "<p>It was not allowed to use the workspace. Nothing was stored.</p>" + AGAIN);
  }

  private Page install(String code) {
    try {
      Installed installed = book.install(code, redirect());
      workspaces.installed(installed);
      return Page.of(
          200,
          "Parley is installed",
          "<p>It is in <b>%s</b> now. Write to it there, or invite it into a channel.</p>"
                  .formatted(Page.escaped(installed.name()))
              + "<p><a href=\"slack://app?team=%s&amp;id=%s\">Open Slack</a></p>"
                  .formatted(encoded(installed.owner()), encoded(installed.app())));
    } catch (SlackCallException refused) {
      LOG.warn("an installation failed: {}", refused.getMessage());
      return Page.of(
          502,
          "This did not work",
          "<p>Slack did not complete the installation. The bot's log has the reason.</p>" + AGAIN);
    }
  }

  private static Page away() {
    return Page.of(
        503, "Please come back in a minute", "<p>The bot cannot reach its memory now.</p>" + AGAIN);
  }
}
