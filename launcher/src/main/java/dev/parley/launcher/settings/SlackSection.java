package dev.parley.launcher.settings;

import dev.parley.secret.Secret;
import dev.parley.slack.SlackSettings;
import dev.parley.slack.SlackSettings.AnswerIn;
import dev.parley.slack.SlackSettings.Mode;
import dev.parley.slack.workspace.Access;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what is set for Slack, and tells what is missing for it to work.
final class SlackSection {
  private static final String BOT_TOKEN = "bot-token";
  private static final String APP_TOKEN = "app-token";
  private static final String SIGNING_SECRET = "signing-secret";
  private static final String MODE = "mode";
  private static final String PROMPTS = "suggested-prompts";
  private static final Map<String, Optional<Mode>> MODES =
      Map.of(
          "auto", Optional.empty(),
          "socket", Optional.of(Mode.SOCKET),
          "http", Optional.of(Mode.HTTP),
          "off", Optional.of(Mode.OFF));
  private static final Map<String, Boolean> ALLOWED = Map.of("refuse", false, "allow", true);
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private SlackSection() {}

  static SlackSettings read(SettingsReader reader) {
    Optional<Secret> botToken = reader.secret(BOT_TOKEN, text -> mixedUp(text, "xapp-", "xoxb-"));
    Optional<Secret> appToken = reader.secret(APP_TOKEN, text -> mixedUp(text, "xoxb-", "xapp-"));
    Optional<Secret> signingSecret = reader.secret(SIGNING_SECRET);
    Optional<Mode> wanted = reader.choice(MODE, MODES);
    Optional<SlackSettings.OAuth> oauth = OAuthSection.read(reader, botToken);
    boolean given = botToken.isPresent() || reader.optionalText("client-id").isPresent();
    Mode mode = mode(reader, wanted, given, appToken, signingSecret);
    return new SlackSettings(
        botToken,
        appToken,
        signingSecret,
        mode,
        apiUrl(reader),
        reader.number("connections", 1, 10),
        reader.choice("answer-in", Map.of("thread", AnswerIn.THREAD, "channel", AnswerIn.CHANNEL)),
        new Access(reader.choice("shared-channels", ALLOWED), reader.choice("guests", ALLOWED)),
        reader.choice("other-bots", Map.of("ignore", false, "answer", true)),
        prompts(reader),
        oauth);
  }

  private static List<String> prompts(SettingsReader reader) {
    List<String> prompts = reader.list(PROMPTS);
    if (prompts.size() > SlackSettings.MOST_PROMPTS) {
      reader.mistake(
          PROMPTS,
          "has " + prompts.size() + " prompts; Slack shows at most " + SlackSettings.MOST_PROMPTS);
    }
    return prompts;
  }

  private static Optional<String> mixedUp(String token, String other, String right) {
    return token.startsWith(other)
        ? Optional.of("begins with " + other + "; the token that is needed begins with " + right)
        : Optional.empty();
  }

  private static Mode mode(
      SettingsReader reader,
      Optional<Mode> wanted,
      boolean given,
      Optional<Secret> appToken,
      Optional<Secret> signingSecret) {
    if (!given || wanted.equals(Optional.of(Mode.OFF))) {
      return withoutToken(reader, wanted);
    }
    Optional<Mode> mode = wanted.or(() -> possible(appToken, signingSecret));
    if (mode.isEmpty()) {
      reader.mistake(
          APP_TOKEN,
          "is missing: with a bot token, Slack needs SLACK_APP_TOKEN for socket mode, or"
              + " SLACK_SIGNING_SECRET (slack.signing-secret) for HTTP");
    } else if (mode.get() == Mode.SOCKET && appToken.isEmpty()) {
      reader.mistake(APP_TOKEN, "is missing, which socket mode needs; set SLACK_APP_TOKEN");
    } else if (mode.get() == Mode.HTTP && signingSecret.isEmpty()) {
      reader.mistake(SIGNING_SECRET, "is missing, which HTTP needs; set SLACK_SIGNING_SECRET");
    }
    return mode.orElse(Mode.OFF);
  }

  private static Mode withoutToken(SettingsReader reader, Optional<Mode> wanted) {
    if (wanted.filter(mode -> mode != Mode.OFF).isPresent()) {
      reader.mistake(BOT_TOKEN, "is missing, which any mode but off needs; set SLACK_BOT_TOKEN");
    }
    return Mode.OFF;
  }

  private static Optional<Mode> possible(Optional<Secret> appToken, Optional<Secret> secret) {
    return appToken.map(_ -> Mode.SOCKET).or(() -> secret.map(_ -> Mode.HTTP));
  }

  /// Slack's client wants a slash at the end.
  private static Optional<URI> apiUrl(SettingsReader reader) {
    Optional<String> url = reader.optionalText("api-url");
    try {
      Optional<URI> address = url.map(text -> URI.create(text.endsWith("/") ? text : text + "/"));
      if (address.isEmpty() || SCHEMES.contains(String.valueOf(address.get().getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // told below, like any other text that is no address
    }
    reader.mistake("api-url", "needs an address that begins with http:// or https://");
    return Optional.empty();
  }
}
