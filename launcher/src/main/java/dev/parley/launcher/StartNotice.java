package dev.parley.launcher;

import dev.parley.discord.DiscordSettings;
import dev.parley.launcher.settings.Settings;
import dev.parley.slack.SlackSettings;
import dev.parley.slack.install.InstallPages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What whoever starts the bot needs to know, and nothing else.
final class StartNotice {
  private StartNotice() {}

  /// @param url where the HTTP server really is
  /// @param admin how admins sign in; empty where there are no pages for them
  static List<String> lines(Settings settings, URI url, String kept, Optional<AdminAccess> admin) {
    List<String> lines = new ArrayList<>();
    String chat = settings.web().enabled() ? "Web chat" : "Health only";
    lines.add(chat + ": " + url + "/");
    admin.ifPresent(access -> lines.add(access.notice(url)));
    lines.add("Model: " + model(settings));
    if (settings.knowledge().enabled()) {
      lines.add("Knowledge base: " + EmbedderChoice.of(settings).notice(settings));
    }
    lines.add("Kept: " + kept);
    lines.add("Slack: " + slack(settings.slack(), url));
    lines.add("Discord: " + discord(settings.discord()));
    lines.add("Stop with Ctrl-C.");
    return lines;
  }

  private static String model(Settings settings) {
    return settings.gemini().apiKey().isPresent()
        ? settings.gemini().model()
        : "the demo model, which is no real one (set GEMINI_API_KEY to use Gemini)";
  }

  private static String slack(SlackSettings slack, URI url) {
    return way(slack, url)
        + slack
            .oauth()
            .filter(_ -> slack.isOn())
            .map(oauth -> "; to be installed at " + oauth.publicUrl() + InstallPages.BEGIN)
            .orElse("");
  }

  private static String way(SlackSettings slack, URI url) {
    return switch (slack.mode()) {
      case SOCKET -> "by socket mode";
      case HTTP -> "by HTTP; its events are expected at " + url + SlackParts.PATH;
      case OFF ->
          slack.botToken().isPresent() || slack.oauth().isPresent()
              ? "off (slack.mode)"
              : "off (no SLACK_BOT_TOKEN)";
    };
  }

  private static String discord(DiscordSettings discord) {
    if (!discord.isOn()) {
      return "off (no DISCORD_TOKEN)";
    }
    return discord.messageContent()
        ? "on"
        : "on, without what is not meant for the bot (discord.message-content): no threads or"
            + " channels without a mention";
  }
}
