package dev.parley.discord.api;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Keeps JDA from repeating what may be sent once only: by itself it sends a request up to four
/// times where a status between 502 and 529 comes back, though the first may have been carried out.
/// Such a status becomes 500, which JDA hands on.
public final class OnlyOnce implements Interceptor {
  private static final int FAILED = 500;

  /// What is sent once only.
  static RequestBody body(RequestBody content) {
    return new Body(content);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return chain.request().body() instanceof Body && response.code() > FAILED
        ? response.newBuilder().code(FAILED).build()
        : response;
  }

  private static final class Body extends RequestBody {
    private final RequestBody content;

    private Body(RequestBody content) {
      this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
      return content.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return content.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      content.writeTo(sink);
    }
  }
}
