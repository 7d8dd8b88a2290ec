package dev.parley.discord.gateway;

import dev.parley.discord.DiscordSettings;
import dev.parley.discord.api.OnlyOnce;
import dev.parley.discord.event.BotIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// The bot's sessions with Discord: opened in the background, and opened again for as long as it
/// takes, so that the rest of the bot does not wait for Discord.
public final class Connection implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final Duration NAP = Duration.ofMillis(20);
  private static final Duration REQUEST_TIME = Duration.ofSeconds(20);

  private final DiscordSettings settings;
  private final Interceptor traffic;

  /// Never shut down: a login that is under way when this is closed would wait for ever.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<BotIdentity> identity = new CompletableFuture<>();
  private volatile EventListener listener = _ -> {};
  private boolean readsContent;
  private boolean closed;
  private volatile @Nullable ShardManager shards;
  private @Nullable Login login;

  /// @param settings with a token
  /// @param traffic watches all requests
  public Connection(DiscordSettings settings, Interceptor traffic) {
    this.settings = settings;
    this.traffic = traffic;
    this.readsContent = settings.messageContent();
  }

  /// Connects in the background.
  ///
  /// @param hearer hears what all sessions tell
  public void open(EventListener hearer) {
    listener = hearer;
    open();
  }

  private synchronized void open() {
    boolean content = readsContent;
    Login begun = new Login(() -> builder(content).build(false), opened -> keep(opened, content));
    login = begun;
    begun.begin();
  }

  /// Connects anew, without what Discord does not allow this bot: to read what is not meant for it.
  ///
  /// @return false where there is nothing to do: Discord tells each session on its own
  public boolean reopenWithoutContent() {
    ShardManager before;
    synchronized (this) {
      if (closed || !readsContent) {
        return false;
      }
      readsContent = false;
      before = shards;
      open();
    }
    if (before != null) {
      before.shutdown();
    }
    return true;
  }

  /// Whether a session asks to read what is not meant for the bot.
  static boolean readsContent(JDA session) {
    return session.getGatewayIntents().contains(GatewayIntent.MESSAGE_CONTENT);
  }

  /// Whether the bot asks to read what is not meant for it.
  synchronized boolean readsContent() {
    return readsContent;
  }

  /// Whether a session is one of those before the bot connected anew, which are on their way out.
  synchronized boolean isReplaced(JDA session) {
    return readsContent(session) != readsContent;
  }

  private void keep(ShardManager opened, boolean content) {
    if (isKept(opened, content)) {
      JDA jda = opened.getShards().getFirst();
      identity.complete(
          new BotIdentity(
              jda.getSelfUser().getId(),
              Long.toUnsignedString(jda.getSelfUser().getApplicationIdLong())));
    } else {
      end(opened);
    }
  }

  private synchronized boolean isKept(ShardManager opened, boolean content) {
    boolean wanted = !closed && content == readsContent;
    if (wanted) {
      shards = opened;
    }
    return wanted;
  }

  private DefaultShardManagerBuilder builder(boolean content) {
    String token = settings.token().orElseThrow().reveal();
    return DefaultShardManagerBuilder.createLight(token, intents(content))
        .enableCache(EnumSet.of(CacheFlag.ROLE_TAGS, CacheFlag.MEMBER_OVERRIDES))
        .setShardsTotal(settings.shards() == 0 ? -1 : settings.shards())
        .setRestConfigProvider(_ -> rest())
        .setSessionController(sessions())
        .setHttpClientBuilder(
            new OkHttpClient.Builder()
                .addInterceptor(traffic)
                .addInterceptor(new OnlyOnce())
                .callTimeout(REQUEST_TIME)
                // nothing is sent twice unseen: RestApi repeats what may be repeated
                .retryOnConnectionFailure(false))
        .setRequestTimeoutRetry(false)
        .setCallbackPool(threads)
        .setRateLimitElastic(threads)
        .setRawEventsEnabled(true)
        .setEnableShutdownHook(false)
        .addEventListeners(listener);
  }

  private static Set<GatewayIntent> intents(boolean content) {
    EnumSet<GatewayIntent> intents =
        EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
    if (content) {
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    return intents;
  }

  private RestConfig rest() {
    RestConfig config = new RestConfig();
    settings.apiUrl().ifPresent(url -> config.setBaseUrl(url.toString()));
    return config;
  }

  private SessionController sessions() {
    return settings
        .gatewayUrl()
        .<SessionController>map(url -> new Redirected(url, Math.max(1, settings.shards())))
        .orElseGet(ConcurrentSessionController::new);
  }

  /// Sessions of a gateway that is not Discord's own.
  private static final class Redirected extends ConcurrentSessionController {
    private final URI url;
    private final int shards;

    private Redirected(URI url, int shards) {
      this.url = url;
      this.shards = shards;
    }

    @Override
    public String getGateway() {
      return url.toString();
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
      return new ShardedGateway(url.toString(), shards);
    }
  }

  /// The sessions, once there are some.
  public Optional<ShardManager> shards() {
    return Optional.ofNullable(shards);
  }

  /// Any session, to send requests by.
  public Optional<JDA> any() {
    return shards().flatMap(all -> all.getShards().stream().findFirst());
  }

  /// Whether all sessions hear what is said.
  public boolean isHearing() {
    return shards()
        .filter(
            all ->
                !all.getShards().isEmpty()
                    && all.getShards().size() == all.getShardsTotal()
                    && all.getShards().stream()
                        .allMatch(jda -> jda.getStatus() == JDA.Status.CONNECTED))
        .isPresent();
  }

  /// Who the bot is; empty where Discord was not reached in this time.
  public Optional<BotIdentity> identity(Duration patience) {
    try {
      return Optional.of(identity.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException unknown) {
      return Optional.empty();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    ShardManager opened;
    Login underWay;
    synchronized (this) {
      closed = true;
      opened = shards;
      underWay = login;
    }
    if (underWay != null) {
      underWay.cancel();
    }
    if (opened != null) {
      end(opened);
    }
    if (underWay != null) {
      underWay.awaitEnd(FAREWELL.multipliedBy(2));
    }
  }

  private static void end(ShardManager opened) {
    opened.getShards().forEach(Connection::settle);
    opened.shutdown();
    opened.getShards().forEach(Connection::await);
  }

  /// JDA leaves a session open for ever where it is shut down while that begins.
  private static void settle(JDA jda) {
    long end = System.nanoTime() + FAREWELL.toNanos();
    while (isBeginning(jda.getStatus())
        && System.nanoTime() < end
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(NAP.toNanos());
    }
  }

  private static boolean isBeginning(JDA.Status status) {
    return status.isInit() && status != JDA.Status.CONNECTED;
  }

  private static void await(JDA jda) {
    try {
      if (!jda.awaitShutdown(FAREWELL)) {
        jda.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      jda.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
