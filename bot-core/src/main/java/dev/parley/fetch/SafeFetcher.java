package dev.parley.fetch;

import java.net.Proxy;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks public hosts, and such private ones as are named, by OkHttp. Each request has a connection
/// of its own, to one of the network addresses that were checked for it.
public final class SafeFetcher implements Fetcher {
  private static final Logger log = LoggerFactory.getLogger(SafeFetcher.class);

  private static final int MOST_REDIRECTS = 5;

  /// A host may have several network addresses, some of which may be dead.
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final HostResolver resolver;
  private final Checkpoint checkpoint;
  private final UnaryOperator<SocketAddress> way;
  private final OkHttpClient client;

  public SafeFetcher(FetchSettings settings) {
    this(
        new SystemResolver(),
        HostRules.ALL_PUBLIC,
        UnaryOperator.identity(),
        client(settings, new OkHttpClient()));
  }

  private SafeFetcher(
      HostResolver resolver,
      HostRules rules,
      UnaryOperator<SocketAddress> way,
      OkHttpClient client) {
    this.resolver = resolver;
    this.checkpoint = new Checkpoint(resolver, rules);
    this.way = way;
    this.client = client;
  }

  /// @param way where a connection leads that may be made: the address itself, but for tests
  /// @param trusting whose certificates are believed
  static SafeFetcher through(
      FetchSettings settings,
      HostResolver resolver,
      UnaryOperator<SocketAddress> way,
      OkHttpClient trusting) {
    return new SafeFetcher(resolver, HostRules.ALL_PUBLIC, way, client(settings, trusting));
  }

  /// HTTP/1.1 and no idle connections: no request shares one with another.
  private static OkHttpClient client(FetchSettings settings, OkHttpClient base) {
    Dispatcher dispatcher =
        new Dispatcher(
            Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual()
                    .name("fetch-", 0)
                    .uncaughtExceptionHandler((_, broken) -> log.warn("a fetch broke", broken))
                    .factory()));
    dispatcher.setMaxRequests(settings.mostAtOnce());
    dispatcher.setMaxRequestsPerHost(settings.mostOfOneHost());
    return base.newBuilder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .protocols(List.of(Protocol.HTTP_1_1))
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .fastFallback(false)
        .authenticator(Authenticator.NONE)
        .proxyAuthenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .addNetworkInterceptor(new NoRepeats())
        .connectTimeout(CONNECTING)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .build();
  }

  /// The same, but for hosts that rules leave out. Both share what is asked side by side.
  public SafeFetcher within(HostRules stricter) {
    return new SafeFetcher(resolver, stricter, way, client);
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    HttpUrl address = HttpUrl.parse(request.address().toString());
    if (address == null) {
      return Reasons.NO_ADDRESS;
    }
    try {
      return follow(
          Hop.first(request, address), request.mostBytes(), Deadline.in(request.timeLimit()));
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return Reasons.STOPPED;
    }
  }

  private Fetched follow(Hop first, int mostBytes, Deadline deadline) throws InterruptedException {
    Hop hop = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      switch (step(hop, mostBytes, deadline)) {
        case Step.Ended(Fetched fetched) -> {
          return fetched;
        }
        case Step.Led(Hop next) -> hop = next;
      }
    }
    return Reasons.NO_END;
  }

  private Step step(Hop hop, int mostBytes, Deadline deadline) throws InterruptedException {
    return switch (checkpoint.decide(hop, deadline)) {
      case Checkpoint.Stopped(Fetched why) -> new Step.Ended(why);
      case Checkpoint.Passed(Destination to) -> step(hop, to, mostBytes, deadline);
    };
  }

  private Step step(Hop hop, Destination to, int mostBytes, Deadline deadline)
      throws InterruptedException {
    Call call;
    try {
      call =
          client
              .newBuilder()
              .dns(to)
              .socketFactory(new GuardedSockets(to, way))
              .build()
              .newCall(hop.to(to));
    } catch (IllegalArgumentException unsendable) {
      return new Step.Ended(Reasons.UNSENDABLE);
    }
    Exchange exchange = new Exchange(hop, mostBytes);
    call.enqueue(exchange);
    try {
      return exchange.step().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new Step.Ended(Reasons.TOO_SLOW);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a step is told, not thrown", impossible);
    } finally {
      call.cancel();
    }
  }
}
