package dev.parley.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimits;
import dev.parley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Slack as this instance reaches it, whatever the token.
public final class SlackClient {
  private static final Duration CALL_TIME = Duration.ofSeconds(15);

  /// Shorter than servers keep connections, since a call on one that they closed is lost.
  private static final Duration IDLE_TIME = Duration.ofSeconds(20);

  private final Optional<URI> apiUrl;
  private final RateLimits limits;
  private final OkHttpClient http;
  private final Slack slack;

  /// @param apiUrl of the Web API, with a slash at its end; empty: Slack's own
  /// @param limits reckoned with all instances of the bot
  public SlackClient(Optional<URI> apiUrl, RateLimits limits) {
    this.apiUrl = apiUrl;
    this.limits = limits;
    SlackConfig config = config(apiUrl);
    this.http = once(config);
    this.slack = Slack.getInstance(config, new SlackHttpClient(http));
  }

  private static SlackConfig config(Optional<URI> apiUrl) {
    SlackConfig config = new SlackConfig();
    apiUrl.ifPresent(url -> config.setMethodsEndpointUrlPrefix(url.toString()));
    config.setStatsEnabled(false);
    config.setHttpClientReadTimeoutMillis(Math.toIntExact(CALL_TIME.toMillis()));
    config.setHttpClientCallTimeoutMillis(Math.toIntExact(CALL_TIME.toMillis()));
    return config;
  }

  /// A client that does not send a request again by itself: a post that was made twice is there
  /// twice.
  private static OkHttpClient once(SlackConfig config) {
    return SlackHttpClient.buildOkHttpClient(config)
        .newBuilder()
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(10, IDLE_TIME.toSeconds(), TimeUnit.SECONDS))
        .build();
  }

  /// Slack's own client, for Bolt.
  public Slack slack() {
    return slack;
  }

  public RateLimits limits() {
    return limits;
  }

  /// The Web API as a token may use it.
  ///
  /// @param workspace whose limits the calls count for
  public SlackApi api(Supplier<Secret> token, TenantId workspace) {
    return new WebApi(slack.methods(), token, new Budgets(limits, workspace));
  }

  public PrivateFiles files(Supplier<Secret> token) {
    return new PrivateFiles(http, token, apiUrl);
  }

  /// Exchanges a code or a refresh token for a token.
  ///
  /// @throws SlackCallException where Slack gives none
  public JsonNode access(Map<String, String> form) {
    return new TokenExchange(slack.methods()).access(form);
  }
}
