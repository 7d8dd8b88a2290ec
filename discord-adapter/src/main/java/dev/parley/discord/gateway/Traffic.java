package dev.parley.discord.gateway;

import dev.parley.discord.api.Paces;
import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Watches the requests to Discord: counts them, and those that Discord refuses because there were
/// too many, or counts as invalid; ten thousand of those in ten minutes ban an address ("Rate
/// Limits").
public final class Traffic implements Interceptor {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final Duration LEAST = Duration.ofMillis(100);

  private final RateLimits limits;
  private final TenantId everything;
  private final Counter requests;
  private final Counter limited;
  private final Counter limitedGlobally;
  private final Counter invalid;

  public Traffic(RateLimits limits, TenantId everything, MeterRegistry metrics) {
    this.limits = limits;
    this.everything = everything;
    requests =
        Counter.builder("parley.discord.requests")
            .description("Requests to Discord's API")
            .register(metrics);
    limited = rateLimited(metrics, "route");
    limitedGlobally = rateLimited(metrics, "global");
    invalid =
        Counter.builder("parley.discord.invalid.requests")
            .description("Requests that Discord counts as invalid: HTTP 401, 403, 429")
            .register(metrics);
  }

  private static Counter rateLimited(MeterRegistry metrics, String scope) {
    return Counter.builder("parley.discord.rate.limited")
        .description("Requests that Discord refused because there were too many")
        .tag("scope", scope)
        .register(metrics);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    requests.increment();
    int status = response.code();
    if (status == UNAUTHORIZED || status == FORBIDDEN || status == TOO_MANY) {
      invalid.increment();
    }
    if (status == TOO_MANY) {
      refused(response);
    }
    return response;
  }

  private void refused(Response response) {
    boolean global =
        "global".equals(response.header("X-RateLimit-Scope"))
            || response.header("X-RateLimit-Global") != null;
    (global ? limitedGlobally : limited).increment();
    if (global) {
      limits.pause(everything, "requests", Paces.ALL, wait(response));
    }
  }

  private static Duration wait(Response response) {
    try {
      double seconds = Double.parseDouble(String.valueOf(response.header("Retry-After")));
      return Duration.ofMillis(Math.max(LEAST.toMillis(), (long) (seconds * 1000)));
    } catch (NumberFormatException untold) {
      return LEAST;
    }
  }
}
