package dev.parley.gemini;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Tells the stream about its HTTP call, which the client library keeps to itself.
final class CallWatch implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!LiveCall.CURRENT.isBound()) {
      return chain.proceed(chain.request());
    }
    LiveCall live = LiveCall.CURRENT.get();
    live.began(chain.call());
    Response response = chain.proceed(chain.request());
    RetryAfter.of(response).ifPresent(live::heardRetryAfter);
    return response;
  }
}
