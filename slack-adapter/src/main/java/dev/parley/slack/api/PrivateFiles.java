package dev.parley.slack.api;

import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// Downloads files with a token, which is sent to Slack's own hosts only: no redirect is followed.
public final class PrivateFiles {
  private static final Duration WHOLE_DOWNLOAD = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final Supplier<Secret> token;
  private final Optional<URI> apiUrl;

  /// @param apiUrl of the Web API, where it is not Slack's own: its files are on the same host
  public PrivateFiles(OkHttpClient client, Supplier<Secret> token, Optional<URI> apiUrl) {
    this.client =
        client
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(WHOLE_DOWNLOAD)
            .build();
    this.token = token;
    this.apiUrl = apiUrl;
  }

  /// Opens a file; the caller closes it.
  ///
  /// @param mediaType that Slack told of it
  /// @throws AttachmentUnavailableException where it cannot be had
  public InputStream open(String url, String mediaType) {
    Request request =
        new Request.Builder()
            .url(trusted(url).toString())
            .header("Authorization", "Bearer " + token.get().reveal())
            .build();
    try {
      Response response = client.newCall(request).execute();
      @Nullable ResponseBody body = response.body();
      if (body == null || response.code() != OK || isLogin(response, mediaType)) {
        response.close();
        throw refused(response);
      }
      return body.byteStream();
    } catch (IOException away) {
      throw new AttachmentUnavailableException(Why.UNREACHABLE, away.toString(), away);
    }
  }

  private URI trusted(String url) {
    try {
      URI address = URI.create(url);
      if (isSlack(address)) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // no address of Slack's either
    }
    throw new AttachmentUnavailableException(Why.ELSEWHERE, "not on a host of Slack's", null);
  }

  private boolean isSlack(URI address) {
    if (address.getUserInfo() != null) {
      return false;
    }
    if (apiUrl.isPresent()) {
      URI own = apiUrl.get();
      return own.getScheme().equals(address.getScheme())
          && own.getHost().equals(address.getHost())
          && own.getPort() == address.getPort();
    }
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return "https".equals(address.getScheme())
        && address.getPort() == -1
        && (host.equals("files.slack.com") || host.equals("files.slack-gov.com"));
  }

  /// Slack answers with a page to sign in where the token may not read the file.
  private static boolean isLogin(Response response, String mediaType) {
    return String.valueOf(response.header("Content-Type")).startsWith("text/html")
        && !mediaType.equals("text/html");
  }

  private static AttachmentUnavailableException refused(Response response) {
    int status = response.code();
    Why why =
        switch (status) {
          case 404, 410 -> Why.GONE;
          case 408, 429 -> Why.UNREACHABLE;
          default -> status >= SERVER_ERROR ? Why.UNREACHABLE : Why.FORBIDDEN;
        };
    return new AttachmentUnavailableException(why, "answered with HTTP " + status, null);
  }
}
