package dev.parley.gemini;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Tells the stream about its HTTP call, which the client library keeps to itself.
final class CallWatch implements Interceptor {
  /// HTTP also allows a date here; Google sends seconds.
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!LiveCall.CURRENT.isBound()) {
      return chain.proceed(chain.request());
    }
    LiveCall live = LiveCall.CURRENT.get();
    live.began(chain.call());
    Response response = chain.proceed(chain.request());
    String header = response.header("Retry-After", "");
    if (header != null && SECONDS.matcher(header).matches()) {
      live.heardRetryAfter(Duration.ofSeconds(Long.parseLong(header)));
    }
    return response;
  }
}
