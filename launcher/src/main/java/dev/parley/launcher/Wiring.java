package dev.parley.launcher;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.BarePictureUploads;
import dev.parley.attachment.UploadSettings;
import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.consultation.Consultant;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.discord.DiscordAdapter;
import dev.parley.engine.Announcer;
import dev.parley.engine.BotEngine;
import dev.parley.engine.DirectChat;
import dev.parley.engine.PlatformReadership;
import dev.parley.engine.Platforms;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.TurnJournal;
import dev.parley.knowledge.Readership;
import dev.parley.launcher.settings.Settings;
import dev.parley.platform.PlatformAdapter;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import dev.parley.slack.SlackAdapter;
import dev.parley.tool.Toolbox;
import dev.parley.turn.Compactor;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnRunner;
import dev.parley.web.HttpRoutes;
import dev.parley.web.MetricsRoutes;
import dev.parley.web.WebAdapter;
import dev.parley.web.WebServer;
import dev.parley.web.WebSettings;
import dev.parley.web.admin.AdminPages;
import dev.parley.web.admin.AdminPart;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Served served = new Wiring(settings, lifetime).serve(store);
    return StartNotice.lines(settings, served.server().url(), redis.notice(), served.admin());
  }

  private static RedisSettings store(Settings settings, RedisChoice redis) {
    return settings
        .redis()
        .store(redis.url())
        .withForgetAfter(settings.conversation().forgetAfter());
  }

  private Served serve(RedisStore store) {
    QuotaParts quotas = new QuotaParts(settings, store, metrics, clock);
    ModelChoice model = ModelChoice.make(settings, quotas.meter(), lifetime);
    FileParts files = FileParts.make(settings, store, model.model().files(), lifetime, clock);
    FetchParts fetch = FetchParts.make(settings.tools().fetch(), files.documents());
    Optional<KnowledgeParts> knowledge =
        KnowledgeParts.make(settings, store, model, lifetime, clock);
    ToolParts tools =
        ToolParts.make(
            settings,
            store,
            ToolSources.anywhere(settings, model, fetch, lifetime, clock),
            metrics,
            clock);
    Parts parts = new Parts(store, quotas, model, files, fetch, knowledge, tools);
    WebSettings web = settings.webServer(model.notice());
    WebAdapter chat = lifetime.holds("the web chat", web(web, parts));
    List<HttpRoutes> routes = new ArrayList<>(List.of(new MetricsRoutes(metrics::scrape)));
    Platforms platforms = new Platforms(adapters(parts, chat, routes));
    Surroundings around =
        new Surroundings(
            platforms, new Announcer(platforms, quotas.book()), new PlatformReadership(platforms));
    Optional<KnowledgeDeskParts> desk =
        knowledge.map(it -> it.desk(fetch, files, platforms, around.readership(), lifetime));
    BotEngine engine = lifetime.holds("the engine", engine(parts, around, desk));
    lifetime.holds("the notices about limits", quotas.notices());
    lifetime.drains("the engine", engine::drain);
    Optional<AdminAccess> admin = admin(parts, desk, routes);
    WebServer server =
        lifetime.holds("the HTTP server", new WebServer(web, () -> problems(store), routes));
    server.start();
    platforms.start(engine);
    engine.begin();
    return new Served(server, admin);
  }

  /// What runs.
  ///
  /// @param admin how admins sign in; empty where there are no pages for them
  private record Served(WebServer server, Optional<AdminAccess> admin) {}

  /// What the bot is made of, besides platforms.
  private record Parts(
      RedisStore store,
      QuotaParts quotas,
      ModelChoice model,
      FileParts files,
      FetchParts fetch,
      Optional<KnowledgeParts> knowledge,
      ToolParts tools) {
    /// The documents for callers of the HTTP API.
    Consultant forCallers() {
      return knowledge.map(KnowledgeParts::forCallers).orElse(Consultant.NONE);
    }
  }

  /// What is known of the platforms and their people.
  private record Surroundings(Platforms platforms, Announcer announcer, Readership readership) {}

  private List<PlatformAdapter> adapters(Parts parts, WebAdapter chat, List<HttpRoutes> routes) {
    List<PlatformAdapter> adapters = new ArrayList<>();
    if (settings.web().enabled()) {
      adapters.add(chat);
      routes.add(chat);
    }
    if (settings.slack().isOn()) {
      SlackAdapter slack = lifetime.holds("Slack", slack(parts));
      adapters.add(slack);
      routes.addAll(SlackParts.routes(slack));
    }
    if (settings.discord().isOn()) {
      adapters.add(lifetime.holds("Discord", discord(parts.store())));
    }
    return adapters;
  }

  private WebAdapter web(WebSettings web, Parts parts) {
    Consultant documents = parts.forCallers();
    StatelessRunner runner =
        new StatelessRunner(
            settings.conversation().defaults(parts.model().id()),
            parts.model().model(),
            parts.tools().forCallers(List.of(KnowledgeParts.tools(documents))),
            settings.turnLimits(),
            QuotaParts.callers(),
            documents,
            clock);
    AttachmentIntake intake = parts.files().intake();
    return new WebAdapter(
        web,
        parts.store().roomLog(POSTS_PER_ROOM),
        new BarePictureUploads(
            parts.store().uploads(UploadSettings.of(settings.attachments())), intake),
        new DirectChat(runner, intake, clock),
        clock);
  }

  private SlackAdapter slack(Parts parts) {
    Consultant documents = parts.forCallers();
    return new SlackAdapter(
        settings.slack(),
        parts.store().rateLimits(),
        parts.store().installations(),
        tenant -> parts.quotas().groupsWanted(tenant) || documents.namesGroups(tenant),
        clock);
  }

  private DiscordAdapter discord(RedisStore store) {
    return new DiscordAdapter(
        settings.discord(), store.rateLimits(), store.marks(), store.promises(), metrics, clock);
  }

  private BotEngine engine(Parts parts, Surroundings around, Optional<KnowledgeDeskParts> desk) {
    RedisStore store = parts.store();
    ModelChoice model = parts.model();
    AttachmentIntake intake = parts.files().intake();
    ConversationSettings defaults = settings.conversation().defaults(model.id());
    InboxSettings terms = settings.turns().inbox(defaults.scope(), defaults.answers());
    Inbox inbox = store.inbox(terms);
    ContextWindow window = new ContextWindow(settings.conversation().context());
    TurnJournal journal = store.journal();
    parts.quotas().notices().begin(around.platforms(), around.announcer());
    Consultant documents =
        parts
            .knowledge()
            .map(knowledge -> knowledge.inConversations(around.readership()))
            .orElse(Consultant.NONE);
    Toolbox toolbox =
        parts
            .tools()
            .inConversations(
                List.of(
                    ToolSources.inConversations(around.platforms(), store.conversations(), clock),
                    KnowledgeParts.tools(documents)));
    return new BotEngine(
        new BotEngine.Store(inbox, journal, store.pastTurns(), intake),
        around.platforms(),
        new TurnRunner(
            defaults,
            window,
            new TurnRunner.Store(journal, intake.store()),
            new TurnRunner.Models(
                model.model(), parts.quotas().advice(), model.pictures(), documents),
            parts.tools().forTurns(toolbox),
            settings.turnLimits(),
            clock),
        new Compactor(defaults, window, model.model(), SUMMARY_TIME),
        commands(parts, around, desk, toolbox, inbox),
        terms.mostTakeOvers(),
        settings.turns().engine());
  }

  private Commands commands(
      Parts parts,
      Surroundings around,
      Optional<KnowledgeDeskParts> desk,
      Toolbox toolbox,
      Inbox inbox) {
    ModelChoice model = parts.model();
    Stream<Command> documents =
        desk.stream()
            .flatMap(it -> it.commands(around.announcer(), parts.quotas().context()).stream());
    Stream<Command> limits =
        parts
            .quotas()
            .commands(parts.files().intake().store(), around.platforms(), around.announcer())
            .stream();
    return new CommandParts(
            parts.store(),
            settings.conversation().defaults(model.id()),
            model.all(),
            model.pictures().isPresent(),
            parts.files().elsewhere())
        .with(
            Stream.of(limits, parts.tools().commands(toolbox, inbox).stream(), documents)
                .flatMap(some -> some)
                .toList(),
            settings.quotas().admins());
  }

  private Optional<AdminAccess> admin(
      Parts parts, Optional<KnowledgeDeskParts> desk, List<HttpRoutes> routes) {
    return desk.map(
        documents -> {
          AdminAccess access = AdminAccess.of(settings);
          AdminPart pages = documents.pages(parts.files().intake().store());
          routes.add(new AdminPages(access.settings(), List.of(pages), clock));
          return access;
        });
  }

  private static List<String> problems(RedisStore store) {
    return store.isReachable() ? List.of() : List.of("Redis does not answer.");
  }
}
