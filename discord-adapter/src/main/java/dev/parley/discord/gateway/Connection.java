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
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot's sessions with Discord: opened in the background, and opened again for as long as it
/// takes, so that the rest of the bot does not wait for Discord.
public final class Connection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final Duration NAP = Duration.ofMillis(20);
  private static final int UNAUTHORIZED = 401;
  private static final Duration REQUEST_TIME = Duration.ofSeconds(20);

  private final DiscordSettings settings;
  private final Interceptor traffic;

  /// Never shut down: a login that is under way when this is closed would wait for ever.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<BotIdentity> identity = new CompletableFuture<>();
  private volatile EventListener listener = _ -> {};
  private volatile boolean readsContent;
  private volatile boolean closed;
  private volatile @Nullable ShardManager shards;
  private volatile @Nullable Thread login;

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

  private void open() {
    login = Thread.ofVirtual().name("discord login").start(this::logIn);
  }

  /// Connects anew, without what Discord does not allow this bot: to read what is not meant for it.
  public void reopenWithoutContent() {
    readsContent = false;
    ShardManager before = shards;
    if (before != null) {
      before.shutdown();
    }
    open();
  }

  public boolean readsContent() {
    return readsContent;
  }

  private void logIn() {
    Duration wait = FIRST_WAIT;
    while (!closed && !isLoggedIn()) {
      LockSupport.parkNanos(wait.toNanos());
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }
  }

  /// @return whether there is nothing to try again
  private boolean isLoggedIn() {
    ShardManager opened = builder().build(false);
    try {
      opened.login();
      return kept(opened);
    } catch (RuntimeException failed) {
      opened.shutdown();
      return isInVain(failed);
    }
  }

  /// JDA asks by several requests, and tells of a wrong token by either kind of exception.
  private static boolean isInVain(RuntimeException failed) {
    boolean refused =
        failed instanceof InvalidTokenException
            || (failed instanceof ErrorResponseException answer
                && answer.getResponse().code == UNAUTHORIZED);
    if (refused) {
      LOG.error(
          "Discord does not know the bot's token (DISCORD_TOKEN, discord.token): copy it anew from"
              + " the app's page \"Bot\". Discord is off until then");
    } else {
      LOG.warn("Discord is not reached, and is tried again: {}", failed.toString());
    }
    return refused;
  }

  private synchronized boolean kept(ShardManager opened) {
    if (closed) {
      end(opened);
      return true;
    }
    shards = opened;
    JDA jda = opened.getShards().getFirst();
    identity.complete(
        new BotIdentity(
            jda.getSelfUser().getId(),
            Long.toUnsignedString(jda.getSelfUser().getApplicationIdLong())));
    return true;
  }

  private DefaultShardManagerBuilder builder() {
    String token = settings.token().orElseThrow().reveal();
    return DefaultShardManagerBuilder.createLight(token, intents())
        .enableCache(EnumSet.of(CacheFlag.ROLE_TAGS))
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

  private Set<GatewayIntent> intents() {
    EnumSet<GatewayIntent> intents =
        EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
    if (readsContent) {
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
    synchronized (this) {
      closed = true;
      opened = shards;
    }
    if (opened != null) {
      end(opened);
    }
    awaitLogin();
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

  /// A login that is under way opens a session still, and ends it by itself.
  private void awaitLogin() {
    Thread underWay = login;
    if (underWay != null && !underWay.equals(Thread.currentThread())) {
      LockSupport.unpark(underWay);
      try {
        underWay.join(FAREWELL.multipliedBy(2));
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
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
