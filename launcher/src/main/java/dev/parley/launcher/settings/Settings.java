package dev.parley.launcher.settings;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.discord.DiscordSettings;
import dev.parley.document.DocumentSettings;
import dev.parley.secret.Secret;
import dev.parley.slack.SlackSettings;
import dev.parley.tool.ToolLimits;
import dev.parley.turn.TurnSettings;
import dev.parley.usage.PriceList;
import dev.parley.web.WebSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All that can be set, checked.
public record Settings(
    HttpSection http,
    Path dataDirectory,
    RedisSection redis,
    GeminiSection gemini,
    ConversationSection conversation,
    TurnsSection turns,
    ToolsSection tools,
    AttachmentSettings attachments,
    DocumentSettings documents,
    KnowledgeSection knowledge,
    DemoSection demo,
    SlackSettings slack,
    DiscordSettings discord,
    WebSection web,
    PriceList prices,
    QuotaSection quotas) {

  /// @param beside the settings file: files that it names are found beside it
  static Settings read(SettingsReader reader, Path beside, PriceList prices) {
    TurnsSection turns = TurnsSection.read(reader.section("turns"));
    return new Settings(
        HttpSection.read(reader.section("http")),
        Path.of(reader.text("data-directory")),
        RedisSection.read(reader.section("redis")),
        GeminiSection.read(reader.section("gemini")),
        ConversationSection.read(reader.section("conversation"), beside),
        turns,
        ToolsSection.read(reader.section("tools"), beside),
        AttachmentsSection.read(reader.section("attachments")),
        DocumentsSection.read(reader.section("documents")),
        KnowledgeSection.read(reader.section("knowledge"), beside),
        DemoSection.read(reader.section("demo")),
        SlackSection.read(reader.section("slack")),
        DiscordSection.read(reader.section("discord"), turns.remembered()),
        WebSection.read(reader.section("web")),
        prices,
        QuotaSection.read(reader.section("quotas"), prices));
  }

  /// The limits of one turn.
  public TurnSettings turnLimits() {
    return new TurnSettings(gemini.turnTimeLimit(), gemini.outputLimit(), tools.mostRounds());
  }

  /// How far tools may go in the time that a turn has.
  public ToolLimits toolLimits() {
    return tools.limits().within(gemini.turnTimeLimit());
  }

  /// How the HTTP server and the web chat behave.
  ///
  /// @param notice what the page tells at its top
  public WebSettings webServer(Optional<String> notice) {
    WebSettings.Limits limits = WebSettings.Limits.DEFAULTS;
    WebSettings.Pace pace = WebSettings.Pace.DEFAULTS;
    return new WebSettings(
        http.host(),
        http.port(),
        http.allowedHosts(),
        WebSettings.DEFAULTS.botName(),
        notice,
        WebSettings.DEFAULTS.everyoneManages(),
        new WebSettings.Limits(
            Math.toIntExact(http.bodyLimit()),
            limits.longestMessage(),
            limits.mostPosts(),
            limits.mostCalls()),
        attachments,
        new WebSettings.Pace(web.draftInterval(), pace.lookInterval(), pace.heartbeat()));
  }

  /// All secrets among them, so that they can be kept out of logs.
  public List<Secret> secrets() {
    Stream<Secret> tokens =
        Stream.of(
                gemini.apiKey(),
                slack.botToken(),
                slack.appToken(),
                slack.signingSecret(),
                slack.oauth().map(SlackSettings.OAuth::clientSecret),
                discord.token(),
                web.adminToken())
            .flatMap(Optional::stream);
    Stream<Secret> given = tools.mcp().stream().flatMap(server -> server.secrets().stream());
    return Stream.of(redis.secrets(), tokens, given, tools.declared().secrets().stream())
        .flatMap(Function.identity())
        .toList();
  }
}
