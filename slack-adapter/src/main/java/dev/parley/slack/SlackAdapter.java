package dev.parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.parley.attachment.AttachmentSource;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import dev.parley.platform.GroupsWanted;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.Installations;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.platform.RateLimits;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.secret.Secret;
import dev.parley.slack.api.SlackClient;
import dev.parley.slack.command.Actions;
import dev.parley.slack.command.HomeTab;
import dev.parley.slack.command.MessageCommands;
import dev.parley.slack.event.EventIntake;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.Incoming;
import dev.parley.slack.event.OtherBots;
import dev.parley.slack.event.RecentReading;
import dev.parley.slack.event.SuggestedPrompts;
import dev.parley.slack.event.ThreadReading;
import dev.parley.slack.file.SlackFiles;
import dev.parley.slack.install.InstallPages;
import dev.parley.slack.install.Installing;
import dev.parley.slack.reply.Replies;
import dev.parley.slack.reply.UnaskedPosts;
import dev.parley.slack.transport.SignatureCheck;
import dev.parley.slack.transport.SlackHttp;
import dev.parley.slack.transport.SocketLinks;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Connects the core to Slack, over sockets or over HTTP: to one workspace, or to all that people
/// install the bot in.
public final class SlackAdapter implements PlatformAdapter {
  /// What this platform can do.
  public static final PlatformCapabilities CAPABILITIES =
      new PlatformCapabilities(true, true, true, true);
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  private final SlackSettings settings;
  private final RateLimits limits;
  private final Clock clock;
  private final SlackClient slack;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIME).build();
  private final SlackRendering text = new SlackRendering();
  private final Workspaces workspaces;
  private final Optional<InstallPages> install;
  private final SlackFiles files;
  private final Replies replies;
  private final UnaskedPosts unasked;
  private final App app;
  private final Optional<SlackHttp> http;
  private final Optional<SocketLinks> sockets;
  private volatile Optional<InboundHandler> core = Optional.empty();

  /// @param settings with a bot token, or how to install the bot, and what its mode needs besides
  /// @param limits reckoned with all instances of the bot
  /// @param groups where anything depends on the user groups of people
  public SlackAdapter(
      SlackSettings settings,
      RateLimits limits,
      Installations installations,
      GroupsWanted groups,
      Clock clock) {
    this.settings = settings;
    this.limits = limits;
    this.clock = clock;
    this.slack = new SlackClient(settings.apiUrl(), limits);
    Optional<Installing> installing =
        settings.oauth().map(oauth -> Installing.of(oauth, installations, slack, groups, clock));
    this.install = installing.map(Installing::pages);
    this.workspaces =
        installing.<Workspaces>map(Installing::workspaces).orElseGet(() -> onlyWorkspace(groups));
    this.files = new SlackFiles(workspaces);
    this.replies = new Replies(workspaces, client, text, clock);
    this.unasked = new UnaskedPosts(workspaces, client, text);
    this.app = new App(boltConfig(), new ArrayList<>());
    this.http =
        settings.mode() == SlackSettings.Mode.HTTP
            ? Optional.of(
                new SlackHttp(new SignatureCheck(needed(settings.signingSecret()), clock), app))
            : Optional.empty();
    this.sockets =
        settings.mode() == SlackSettings.Mode.SOCKET
            ? Optional.of(new SocketLinks(app, needed(settings.appToken()), settings.connections()))
            : Optional.empty();
  }

  private Workspaces onlyWorkspace(GroupsWanted groups) {
    Secret token = needed(settings.botToken());
    TenantId limits = new TenantId(InboundMessages.PLATFORM, "token-" + token.fingerprint());
    return Workspaces.only(
        new Workspace(slack.api(() -> token, limits), slack.files(() -> token), groups));
  }

  private static Secret needed(Optional<Secret> secret) {
    return secret.orElseThrow(
        () -> new IllegalArgumentException("a token or secret that this mode needs is missing"));
  }

  /// Bolt would take what is missing from the environment.
  private AppConfig boltConfig() {
    return AppConfig.builder()
        .slack(slack.slack())
        .singleTeamBotToken(null)
        .signingSecret(null)
        .clientId(null)
        .clientSecret(null)
        .build();
  }

  @Override
  public PlatformName name() {
    return InboundMessages.PLATFORM;
  }

  @Override
  public PlatformCapabilities capabilities() {
    return CAPABILITIES;
  }

  /// What answers Slack's requests, where events come over HTTP.
  public Optional<SlackHttp> http() {
    return http;
  }

  /// What browsers are answered, where people install the bot by themselves.
  public Optional<InstallPages> install() {
    return install;
  }

  @Override
  public void start(InboundHandler core) {
    this.core = Optional.of(core);
    InboundMessages messages =
        new InboundMessages(settings.answerIn() == SlackSettings.AnswerIn.THREAD);
    HomeTab home = new HomeTab(core, workspaces, settings.access());
    Incoming incoming =
        new Incoming(
            core,
            workspaces,
            messages,
            new Incoming.Rules(
                settings.access(),
                new OtherBots(settings.otherBots(), limits),
                new MessageCommands(core, text, limits)),
            clock,
            List.of(new SuggestedPrompts(settings.suggestedPrompts()), home));
    app.use(new EventIntake(incoming::take));
    new Actions(core, workspaces, settings.access(), messages, text, client).addTo(app);
    home.addTo(app);
    http.ifPresent(SlackHttp::open);
    sockets.ifPresent(SocketLinks::open);
  }

  @Override
  public ReplyChannel replyTo(ReplyTarget target) {
    try {
      return replies.open(target);
    } catch (UnknownWorkspaceException gone) {
      throw new DeliveryException(String.valueOf(gone.getMessage()), false, gone);
    }
  }

  @Override
  public void tell(TenantId tenant, UserId person, Reply reply) {
    unasked.tell(tenant, person, reply, files(tenant));
  }

  @Override
  public void post(Place place, Reply reply) {
    unasked.post(place, reply, files(place.tenant()));
  }

  private FileContents files(TenantId tenant) {
    return core.map(started -> started.files(tenant)).orElse(FileContents.NONE);
  }

  @Override
  public String channelName(Place place) {
    try {
      return workspaces.of(place.tenant().id()).channels().name(place.channel());
    } catch (UnknownWorkspaceException | StoreUnavailableException untold) {
      return place.channel();
    }
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    try {
      return workspaces.of(tenant.id()).groups().known(tenant, person.value());
    } catch (UnknownWorkspaceException | StoreUnavailableException untold) {
      return Optional.empty();
    }
  }

  @Override
  public Backlog saidBefore(InboundMessage message) {
    return ThreadReading.before(workspaces.of(message.place().tenant().id()), message);
  }

  @Override
  public Recent recent(RecentWanted wanted) {
    try {
      return RecentReading.of(workspaces.of(wanted.place().tenant().id()), wanted);
    } catch (UnknownWorkspaceException gone) {
      return new Recent.NotReadable("The bot is not installed here any more.");
    }
  }

  @Override
  public PlaceReaders readers() {
    return new SlackReaders(workspaces, settings.access());
  }

  @Override
  public AttachmentSource attachments() {
    return files;
  }

  /// Takes no events any more. Turns that run can still be answered.
  @Override
  public void close() {
    http.ifPresent(SlackHttp::close);
    sockets.ifPresent(SocketLinks::close);
  }
}
