package dev.parley.launcher.settings;

import dev.parley.secret.Secret;
import dev.parley.secret.Vault;
import dev.parley.slack.SlackSettings;
import java.net.URI;
import java.util.Optional;

/// Reads how people install the bot in Slack by themselves.
final class OAuthSection {
  private static final String CLIENT_ID = "client-id";
  private static final String CLIENT_SECRET = "client-secret";
  private static final String PUBLIC_URL = "public-url";
  private static final String KEY = "encryption-key";

  private OAuthSection() {}

  /// Empty where no client id is given.
  static Optional<SlackSettings.OAuth> read(SettingsReader reader, Optional<Secret> botToken) {
    Optional<String> clientId = reader.optionalText(CLIENT_ID);
    Optional<Secret> clientSecret = reader.secret(CLIENT_SECRET);
    Optional<URI> publicUrl = publicUrl(reader);
    Optional<Vault> vault = vault(reader);
    if (clientId.isEmpty()) {
      return Optional.empty();
    }
    if (botToken.isPresent()) {
      reader.mistake(
          CLIENT_ID,
          "is set beside a bot token; set one of them: a token is for one"
              + " workspace, a client id for many");
    }
    need(reader, CLIENT_SECRET, clientSecret, "SLACK_CLIENT_SECRET");
    need(reader, PUBLIC_URL, publicUrl, "SLACK_PUBLIC_URL");
    need(reader, KEY, vault, "PARLEY_ENCRYPTION_KEY");
    return clientSecret.isPresent() && publicUrl.isPresent() && vault.isPresent()
        ? Optional.of(
            new SlackSettings.OAuth(
                clientId.get(), clientSecret.get(), publicUrl.get(), vault.get()))
        : Optional.empty();
  }

  private static void need(SettingsReader reader, String key, Optional<?> value, String variable) {
    if (value.isEmpty() && reader.optionalText(key).isEmpty()) {
      reader.mistake(key, "is missing, which slack.client-id needs; set " + variable);
    }
  }

  private static Optional<URI> publicUrl(SettingsReader reader) {
    Optional<String> text = reader.optionalText(PUBLIC_URL);
    Optional<URI> url = text.filter(OAuthSection::isAddress).map(URI::create);
    if (text.isPresent() && url.isEmpty()) {
      reader.mistake(
          PUBLIC_URL,
          "needs the address of the bot for browsers, such as" + " https://parley.example.org");
    }
    return url;
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
  }

  private static Optional<Vault> vault(SettingsReader reader) {
    Optional<Secret> keys = reader.secret(KEY);
    try {
      return keys.map(Vault::with);
    } catch (IllegalArgumentException wrong) {
      reader.mistake(
          KEY,
          "needs 32 random bytes in base64, as `openssl rand -base64 32` gives them: "
              + wrong.getMessage());
      return Optional.empty();
    }
  }
}
