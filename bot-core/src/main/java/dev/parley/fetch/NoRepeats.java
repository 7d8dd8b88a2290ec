package dev.parley.fetch;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Keeps the HTTP library from asking twice: it does so by itself where status 503 says to wait for
/// zero seconds, and fails at numbers that are too long.
final class NoRepeats implements Interceptor {
  private static final int UNAVAILABLE = 503;
  private static final String HEADER = "Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wait = response.header(HEADER);
    return response.code() == UNAVAILABLE && wait != null && wait.matches("0*|\\d{9,}")
        ? response.newBuilder().removeHeader(HEADER).build()
        : response;
  }
}
