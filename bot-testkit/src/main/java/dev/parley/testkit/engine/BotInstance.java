package dev.parley.testkit.engine;

import dev.parley.approval.Approvals;
import dev.parley.attachment.LargeFiles;
import dev.parley.command.Commands;
import dev.parley.command.ForgetMeCommand;
import dev.parley.command.SessionResetCommand;
import dev.parley.command.SessionShowCommand;
import dev.parley.command.SettingsResetCommand;
import dev.parley.command.SettingsSetCommand;
import dev.parley.command.SettingsShowCommand;
import dev.parley.command.ToolApproveCommand;
import dev.parley.command.ToolDeclineCommand;
import dev.parley.consultation.SearchKnowledgeTool;
import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.engine.BotEngine;
import dev.parley.engine.GivenFilesErasure;
import dev.parley.engine.Platforms;
import dev.parley.engine.RefusalWording;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.illustration.Illustrator;
import dev.parley.illustration.MakePictureTool;
import dev.parley.inbox.InboxSettings;
import dev.parley.model.LanguageModel;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.recall.ReadRecentMessagesTool;
import dev.parley.recall.SearchConversationTool;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import dev.parley.testkit.inbox.Storage;
import dev.parley.testkit.tool.InMemoryToolStatistics;
import dev.parley.tool.CurrentTimeTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSource;
import dev.parley.tool.Toolbox;
import dev.parley.turn.Compactor;
import dev.parley.turn.TurnRunner;
import dev.parley.turn.TurnSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One whole instance of the bot on the fake platform: several may share a storage and a wall.
public final class BotInstance implements AutoCloseable {
  public static final ConversationSettings DEFAULTS =
      new ConversationSettings(
          "model-1", "You are a test.", "", SessionScope.THREAD, AnswerPolicy.THREAD);

  /// Short enough that a dead instance's turns are taken over while a test waits.
  public static final InboxSettings INBOX =
      new InboxSettings(
          Duration.ofMillis(600),
          3,
          5,
          true,
          Duration.ofHours(1),
          SessionScope.THREAD,
          AnswerPolicy.THREAD);

  private static final int MOST_PICTURE_TOKENS = 4_096;
  private static final Duration SUMMARY_TIME = Duration.ofSeconds(20);

  private final InMemoryProviderFiles provider = new InMemoryProviderFiles();
  private final InMemoryToolStatistics toolStatistics =
      new InMemoryToolStatistics(Clock.systemUTC());
  private final LargeFiles large;
  private final MortalStore store;
  private final FakePlatform platform;
  private final BotEngine engine;

  private BotInstance(Storage storage, FakeWall wall, LanguageModel model, BotOptions options) {
    large = new LargeFiles(provider, storage.givenFiles());
    store = new MortalStore(storage, large, options.inbox());
    platform =
        new FakePlatform(
            new PlatformName("web"),
            new PlatformCapabilities(options.streams(), true, true, true),
            wall);
    engine = engine(storage, model, options);
  }

  public static BotInstance start(
      Storage storage, FakeWall wall, LanguageModel model, BotOptions options) {
    BotInstance bot = new BotInstance(storage, wall, model, options);
    bot.engine.begin();
    return bot;
  }

  private BotEngine engine(Storage storage, LanguageModel model, BotOptions options) {
    Clock clock = Clock.systemUTC();
    Approvals approvals =
        new Approvals(
            store.pendingCalls(),
            options.tools().policy(),
            options.tools().approvalExpiry(),
            clock,
            new SecureRandom());
    ContextWindow window = new ContextWindow(options.context());
    Platforms platforms = new Platforms(List.of(platform));
    List<Tool> tools = tools(model, options, clock);
    tools.add(new ReadRecentMessagesTool(platforms, clock));
    tools.add(new SearchConversationTool(storage.conversations(), platforms::knows));
    tools.add(new SearchKnowledgeTool(options.documents()));
    return new BotEngine(
        store.store(),
        platforms,
        new TurnRunner(
            DEFAULTS,
            window,
            new TurnRunner.Store(store.store().journal(), store.store().attachments().store()),
            new TurnRunner.Models(model, options.advice(), options.pictures(), options.documents()),
            new TurnRunner.Tools(
                new Toolbox(
                    List.of(ToolSource.of(tools)),
                    options.tools().limits(),
                    options.tools().policy(),
                    toolStatistics),
                approvals),
            TurnSettings.DEFAULTS,
            clock),
        new Compactor(DEFAULTS, window, model, SUMMARY_TIME),
        commands(storage, approvals),
        options.inbox().mostTakeOvers(),
        options.engine());
  }

  private static List<Tool> tools(LanguageModel model, BotOptions options, Clock clock) {
    List<Tool> tools = new ArrayList<>(options.tools().more());
    tools.add(new CurrentTimeTool(clock));
    options
        .pictures()
        .map(id -> new Illustrator(model, id, MOST_PICTURE_TOKENS))
        .map(illustrator -> new MakePictureTool(illustrator, RefusalWording::plain))
        .ifPresent(tools::add);
    return tools;
  }

  private Commands commands(Storage storage, Approvals approvals) {
    ConversationStore conversations = storage.conversations();
    return new Commands(
        List.of(
            new SessionShowCommand(conversations, DEFAULTS),
            new SessionResetCommand(conversations, DEFAULTS),
            new SettingsShowCommand(conversations, DEFAULTS),
            new SettingsSetCommand(conversations, List.of("model-1", "model-2")),
            new SettingsResetCommand(conversations),
            new ToolApproveCommand(approvals, store.store().inbox()),
            new ToolDeclineCommand(approvals, store.store().inbox()),
            new ForgetMeCommand(List.of(storage.personalRecords(), new GivenFilesErasure(large)))));
  }

  public BotEngine engine() {
    return engine;
  }

  /// Where this instance's large files go.
  public InMemoryProviderFiles provider() {
    return provider;
  }

  /// How calls of tools went, as this instance counted.
  public InMemoryToolStatistics toolStatistics() {
    return toolStatistics;
  }

  public FakePlatform platform() {
    return platform;
  }

  /// The names of what its turns have put into their journals.
  public List<String> noted() {
    return store.noted();
  }

  /// From now on this instance reaches the store no more, as if it were dead or cut off.
  public void die() {
    store.die();
  }

  /// The same, as soon as one of its turns has put this into its journal.
  public void dieAfterNoting(String name) {
    store.dieAfterNoting(name);
  }

  @Override
  public void close() {
    engine.close();
  }
}
