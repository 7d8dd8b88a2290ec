package dev.parley.launcher;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.BarePictureUploads;
import dev.parley.attachment.UploadSettings;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.discord.DiscordAdapter;
import dev.parley.engine.Announcer;
import dev.parley.engine.BotEngine;
import dev.parley.engine.DirectChat;
import dev.parley.engine.Platforms;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.TurnJournal;
import dev.parley.launcher.settings.Settings;
import dev.parley.platform.PlatformAdapter;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import dev.parley.slack.SlackAdapter;
import dev.parley.tool.Toolbox;
import dev.parley.turn.Compactor;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnRunner;
import dev.parley.turn.TurnSettings;
import dev.parley.web.HttpRoutes;
import dev.parley.web.MetricsRoutes;
import dev.parley.web.WebAdapter;
import dev.parley.web.WebServer;
import dev.parley.web.WebSettings;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The bot as a diagram: what is started in which order, and what each part is given.
final class Wiring {
  private static final Duration SUMMARY_TIME = Duration.ofSeconds(30);

  private static final int POSTS_PER_ROOM = 5_000;

  private final Settings settings;
  private final Lifetime lifetime;
  private final Clock clock = Clock.systemUTC();
  private final PrometheusMeterRegistry metrics = metrics();

  private Wiring(Settings settings, Lifetime lifetime) {
    this.settings = settings;
    this.lifetime = lifetime;
  }

  private static PrometheusMeterRegistry metrics() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    return registry;
  }

  /// Starts everything.
  ///
  /// @param lifetime takes what was started, also where something later cannot be started
  /// @return what to tell whoever starts the bot
  /// @throws StartException where something cannot be started
  static List<String> start(Settings settings, Lifetime lifetime) {
    HttpAddress.check(settings.http());
    RedisChoice redis = RedisChoice.make(settings, lifetime);
    RedisStore store = lifetime.holds("the store", RedisStore.open(store(settings, redis)));
    WebServer server = new Wiring(settings, lifetime).serve(store);
    return StartNotice.lines(settings, server.url(), redis.notice());
  }

  private static RedisSettings store(Settings settings, RedisChoice redis) {
    return settings
        .redis()
        .store(redis.url())
        .withForgetAfter(settings.conversation().forgetAfter());
  }

  private WebServer serve(RedisStore store) {
    QuotaParts quotas = new QuotaParts(settings, store, metrics, clock);
    ModelChoice model = ModelChoice.make(settings, quotas.meter(), lifetime);
    ConversationSettings defaults = settings.conversation().defaults(model.id());
    TurnSettings limits = settings.turnLimits();
    WebSettings web = settings.webServer(model.notice());
    FileParts files = FileParts.make(settings, store, model.model().files(), lifetime, clock);
    ToolParts tools =
        ToolParts.make(
            settings,
            store,
            ToolSources.anywhere(settings, model, files.documents(), lifetime, clock),
            metrics,
            clock);
    DirectChat direct =
        new DirectChat(
            new StatelessRunner(
                defaults, model.model(), tools.forCallers(), limits, QuotaParts.callers(), clock),
            files.intake(),
            clock);
    WebAdapter chat = lifetime.holds("the web chat", web(web, store, direct, files.intake()));
    List<PlatformAdapter> adapters = new ArrayList<>();
    List<HttpRoutes> routes = new ArrayList<>(List.of(new MetricsRoutes(metrics::scrape)));
    if (settings.web().enabled()) {
      adapters.add(chat);
      routes.add(chat);
    }
    if (settings.slack().isOn()) {
      SlackAdapter slack =
          lifetime.holds(
              "Slack",
              new SlackAdapter(
                  settings.slack(),
                  store.rateLimits(),
                  store.installations(),
                  quotas::groupsWanted,
                  clock));
      adapters.add(slack);
      routes.addAll(SlackParts.routes(slack));
    }
    if (settings.discord().isOn()) {
      adapters.add(lifetime.holds("Discord", discord(store)));
    }

    BotEngine engine =
        lifetime.holds(
            "the engine", engine(store, quotas, model, tools, defaults, files, adapters));
    lifetime.holds("the notices about limits", quotas.notices());
    lifetime.drains("the engine", engine::drain);
    WebServer server =
        lifetime.holds("the HTTP server", new WebServer(web, () -> problems(store), routes));
    server.start();
    adapters.forEach(adapter -> adapter.start(engine));
    engine.begin();
    return server;
  }

  private WebAdapter web(
      WebSettings web, RedisStore store, DirectChat direct, AttachmentIntake intake) {
    return new WebAdapter(
        web,
        store.roomLog(POSTS_PER_ROOM),
        new BarePictureUploads(store.uploads(UploadSettings.of(settings.attachments())), intake),
        direct,
        clock);
  }

  private DiscordAdapter discord(RedisStore store) {
    return new DiscordAdapter(
        settings.discord(), store.rateLimits(), store.marks(), store.promises(), metrics, clock);
  }

  private BotEngine engine(
      RedisStore store,
      QuotaParts quotas,
      ModelChoice model,
      ToolParts tools,
      ConversationSettings defaults,
      FileParts files,
      List<PlatformAdapter> adapters) {
    InboxSettings terms = settings.turns().inbox(defaults.scope(), defaults.answers());
    Inbox inbox = store.inbox(terms);
    ContextWindow window = new ContextWindow(settings.conversation().context());
    TurnJournal journal = store.journal();
    Platforms platforms = new Platforms(adapters);
    Announcer announcer = new Announcer(platforms, quotas.book());
    quotas.notices().begin(platforms, announcer);
    Toolbox toolbox =
        tools.inConversations(ToolSources.inConversations(platforms, store.conversations(), clock));
    CommandParts commands =
        new CommandParts(
            store, defaults, model.all(), model.pictures().isPresent(), files.elsewhere());
    return new BotEngine(
        new BotEngine.Store(inbox, journal, store.pastTurns(), files.intake()),
        platforms,
        new TurnRunner(
            defaults,
            window,
            new TurnRunner.Store(journal, files.intake().store()),
            new TurnRunner.Models(model.model(), quotas.advice(), model.pictures()),
            tools.forTurns(toolbox),
            settings.turnLimits(),
            clock),
        new Compactor(defaults, window, model.model(), SUMMARY_TIME),
        commands.with(
            Stream.concat(
                    quotas.commands(files.intake().store(), platforms, announcer).stream(),
                    tools.commands(toolbox, inbox).stream())
                .toList(),
            settings.quotas().admins()),
        terms.mostTakeOvers(),
        settings.turns().engine());
  }

  private static List<String> problems(RedisStore store) {
    return store.isReachable() ? List.of() : List.of("Redis does not answer.");
  }
}
