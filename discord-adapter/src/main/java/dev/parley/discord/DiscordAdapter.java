package dev.parley.discord;

import dev.parley.attachment.AttachmentSource;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.api.RestApi;
import dev.parley.discord.command.BrokenPromises;
import dev.parley.discord.command.Interactions;
import dev.parley.discord.command.Promised;
import dev.parley.discord.event.BotIdentity;
import dev.parley.discord.event.CatchUp;
import dev.parley.discord.event.Incoming;
import dev.parley.discord.event.MemberRoles;
import dev.parley.discord.event.MessageMapper;
import dev.parley.discord.event.Places;
import dev.parley.discord.event.RecentReading;
import dev.parley.discord.event.Telling;
import dev.parley.discord.event.ThreadReading;
import dev.parley.discord.file.DiscordFiles;
import dev.parley.discord.gateway.ChannelReaders;
import dev.parley.discord.gateway.Connection;
import dev.parley.discord.gateway.Hearing;
import dev.parley.discord.gateway.Traffic;
import dev.parley.discord.gateway.World;
import dev.parley.discord.reply.Replies;
import dev.parley.discord.reply.UnaskedPosts;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.Marks;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.platform.Promises;
import dev.parley.platform.RateLimits;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Connects the core to Discord.
public final class DiscordAdapter implements PlatformAdapter {
  /// What this platform can do.
  public static final PlatformCapabilities CAPABILITIES =
      new PlatformCapabilities(true, true, true, true);
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);

  private final DiscordSettings settings;
  private final Marks marks;
  private final Promised promised;
  private final Clock clock;
  private final TenantId account;
  private final Connection connection;
  private final World world;
  private final PlaceReaders readers;
  private final DiscordApi api;
  private final MessageMapper mapper;
  private final Replies replies;
  private final UnaskedPosts unasked;
  private final DiscordFiles files;
  private volatile Optional<InboundHandler> core = Optional.empty();
  private final BrokenPromises broken;
  private Optional<Hearing> hearing = Optional.empty();

  /// @param settings with a token
  /// @param limits reckoned with all instances of the bot
  /// @param marks where it is kept how far everything was heard
  /// @param promises where it is kept who still waits for what
  /// @param metrics of the requests to Discord
  public DiscordAdapter(
      DiscordSettings settings,
      RateLimits limits,
      Marks marks,
      Promises promises,
      MeterRegistry metrics,
      Clock clock) {
    this.settings = settings;
    this.marks = marks;
    this.clock = clock;
    String token = settings.token().orElseThrow().fingerprint();
    this.account = new TenantId(Places.PLATFORM, "token-" + token);
    this.promised = new Promised(promises, account);
    this.connection = new Connection(settings, new Traffic(limits, account, metrics));
    this.world = new World(connection);
    this.readers = new ChannelReaders(world);
    this.api = new RestApi(connection::any, limits, account);
    this.mapper =
        new MessageMapper(
            this::identity,
            world,
            world,
            world.names(),
            settings.answerIn() == DiscordSettings.AnswerIn.THREAD);
    this.replies = new Replies(api, limits, world, clock);
    this.unasked = new UnaskedPosts(api);
    this.files = new DiscordFiles(api, settings.apiUrl());
    this.broken = new BrokenPromises(promises, promised, account, api, this::identity);
  }

  private BotIdentity identity() {
    return connection
        .identity(TO_CONNECT)
        .orElseThrow(() -> DiscordCallException.notConnected("who the bot is"));
  }

  @Override
  public PlatformName name() {
    return Places.PLATFORM;
  }

  @Override
  public PlatformCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public synchronized void start(InboundHandler core) {
    this.core = Optional.of(core);
    Hearing started =
        new Hearing(
            connection,
            new Incoming(core, mapper, world, new Telling(api)),
            new CatchUp(api, world, marks, account, settings.catchUp(), clock),
            new Interactions(core, api, this::identity, promised, world, mapper, clock));
    hearing = Optional.of(started);
    started.begin();
    broken.begin();
  }

  @Override
  public ReplyChannel replyTo(ReplyTarget target) {
    try {
      return replies.open(target, identity());
    } catch (DiscordCallException away) {
      throw new DeliveryException("Discord is not reached", true, away);
    }
  }

  @Override
  public void tell(TenantId tenant, UserId person, Reply reply) {
    unasked.tell(person, reply, files(tenant));
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
    return place.direct()
        ? "direct message"
        : world.name(place.channel()).map(name -> "#" + name).orElse(place.channel());
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    return new MemberRoles(api).of(tenant, person);
  }

  @Override
  public Backlog saidBefore(InboundMessage message) {
    return new ThreadReading(api, mapper, world).before(message);
  }

  @Override
  public Recent recent(RecentWanted wanted) {
    return connection
        .identity(TO_CONNECT)
        .map(bot -> new RecentReading(api, mapper, world, bot.user()).of(wanted))
        .orElseGet(() -> new Recent.NotReadable("Discord is not reached now."));
  }

  @Override
  public PlaceReaders readers() {
    return readers;
  }

  @Override
  public AttachmentSource attachments() {
    return files;
  }

  /// Takes no events any more, and leaves Discord.
  @Override
  public synchronized void close() {
    hearing.ifPresent(Hearing::close);
    hearing = Optional.empty();
    broken.close();
    connection.close();
  }
}
