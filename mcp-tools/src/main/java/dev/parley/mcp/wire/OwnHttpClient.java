package dev.parley.mcp.wire;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// A builder that knows its only client: the library builds one and never closes it, which leaves
/// requests open that nobody waits for.
final class OwnHttpClient implements HttpClient.Builder, AutoCloseable {
  private final HttpClient client;

  /// It follows no redirects: the headers hold keys for one host alone.
  OwnHttpClient(Duration connectTimeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public HttpClient build() {
    return client;
  }

  /// Breaks off whatever runs.
  @Override
  public void close() {
    client.shutdownNow();
  }

  @Override
  public HttpClient.Builder cookieHandler(CookieHandler unused) {
    return this;
  }

  @Override
  public HttpClient.Builder connectTimeout(Duration unused) {
    return this;
  }

  @Override
  public HttpClient.Builder sslContext(SSLContext unused) {
    return this;
  }

  @Override
  public HttpClient.Builder sslParameters(SSLParameters unused) {
    return this;
  }

  @Override
  public HttpClient.Builder executor(Executor unused) {
    return this;
  }

  @Override
  public HttpClient.Builder followRedirects(HttpClient.Redirect unused) {
    return this;
  }

  @Override
  public HttpClient.Builder version(HttpClient.Version unused) {
    return this;
  }

  @Override
  public HttpClient.Builder priority(int unused) {
    return this;
  }

  @Override
  public HttpClient.Builder proxy(ProxySelector unused) {
    return this;
  }

  @Override
  public HttpClient.Builder authenticator(Authenticator unused) {
    return this;
  }
}
