package dev.parley.web;

import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.Uploads;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.RoomLog;
import dev.parley.platform.StatelessChat;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Connects the core to the web chat and the chat API, whose routes a [WebServer] carries.
///
/// Until it is started, rooms can be read, and whoever writes is asked to come back.
public final class WebAdapter implements PlatformAdapter, HttpRoutes {
  /// What this platform can do.
  public static final PlatformCapabilities CAPABILITIES =
      new PlatformCapabilities(true, true, false, false);

  private final WebSettings settings;
  private final RoomLog log;
  private final Clock clock;
  private final RoomEvents events;
  private final UnaskedPosts unasked;
  private final RoomUploads uploads;
  private final List<HttpRoutes> routes;
  private final AtomicReference<Optional<InboundHandler>> handler =
      new AtomicReference<>(Optional.empty());

  /// @param files that people upload
  public WebAdapter(
      WebSettings settings, RoomLog log, Uploads files, StatelessChat chat, Clock clock) {
    this.settings = settings;
    this.log = log;
    this.clock = clock;
    WebMarkdown markdown = new WebMarkdown();
    RoomJson json = new RoomJson(markdown);
    this.events = new RoomEvents(log, json, settings);
    this.unasked = new UnaskedPosts(log, clock, settings, this::handler);
    this.uploads = new RoomUploads(files, settings);
    RoomFiles shown = new RoomFiles(log, settings, new SentFiles(files), this::handler);
    RoomMessages messages = new RoomMessages(log, markdown, clock, settings, shown, uploads);
    ApiCalls calls = new ApiCalls(settings.limits().mostCalls());
    this.routes =
        List.of(
            new PageRoutes(),
            new RoomRoutes(log, json, messages, events, settings, this::handler),
            shown,
            uploads,
            new ChatRoutes(chat, settings, calls),
            new AssistantRoutes(chat, settings, calls),
            new SearchRoutes(chat, settings, calls),
            new ImageRoutes(chat, settings, calls));
  }

  /// The tenant that all rooms and the HTTP API are in.
  public static TenantId tenant() {
    return RoomName.TENANT;
  }

  @Override
  public PlatformName name() {
    return RoomName.PLATFORM;
  }

  @Override
  public PlatformCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void addTo(JavalinConfig config) {
    routes.forEach(part -> part.addTo(config));
    config.events.serverStopping(events::close);
    config.routes.get("/api/platform", request -> Json.answer(request, 200, platform()));
  }

  private Map<String, Object> platform() {
    Map<String, Object> platform = new LinkedHashMap<>();
    platform.put("name", name().value());
    platform.put("bot", settings.botName());
    platform.put("streams", CAPABILITIES.streams());
    platform.put("takesFiles", CAPABILITIES.takesFiles());
    platform.put("largestFile", settings.files().mostBytesOfAny());
    platform.put("mostFiles", settings.files().mostFiles());
    platform.put("longestMessage", settings.limits().longestMessage());
    settings.notice().ifPresent(notice -> platform.put("notice", notice));
    return platform;
  }

  @Override
  public void start(InboundHandler core) {
    handler.set(Optional.of(core));
  }

  private InboundHandler handler() {
    return handler.get().orElseThrow(() -> new RequestProblem(503, WebWording.NOT_OPEN));
  }

  @Override
  public AttachmentSource attachments() {
    return uploads.source();
  }

  /// The bot hears whatever is said in a room.
  @Override
  public Backlog saidBefore(InboundMessage message) {
    return Backlog.NONE;
  }

  @Override
  public Recent recent(RecentWanted wanted) {
    return new RecentPosts(log).of(wanted);
  }

  @Override
  public ReplyChannel replyTo(ReplyTarget target) {
    return new WebReply(log, clock, settings, target);
  }

  /// Only a person's own page knows the room that it shares with the bot alone.
  @Override
  public void tell(TenantId tenant, UserId person, Reply reply) {
    throw new DeliveryException("the web chat has no direct messages", false, null);
  }

  @Override
  public void post(Place place, Reply reply) {
    unasked.post(place, reply);
  }

  @Override
  public String channelName(Place place) {
    return RoomName.of(place).map(RoomName::title).orElse(place.channel());
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    return Optional.of(Set.of());
  }

  @Override
  public PlaceReaders readers() {
    return new RoomReaders();
  }

  /// Takes no messages any more. Rooms can still be followed, so that people see how the turns
  /// that run come to their end; the server ends that when it stops.
  @Override
  public void close() {
    handler.set(Optional.empty());
  }
}
