package dev.parley.slack.api;

import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.FileHosts;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> HOSTS = Set.of("files.slack.com", "files.slack-gov.com");

  private final OkHttpClient client;
  private final Supplier<Secret> token;
  private final FileHosts hosts;

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
    this.hosts = new FileHosts(HOSTS, apiUrl);
  }

  /// Opens a file; the caller closes it.
  ///
  /// @param mediaType that Slack told of it
  /// @throws AttachmentUnavailableException where it cannot be had
  public InputStream open(String url, String mediaType) {
    Request request =
        new Request.Builder()
            .url(hosts.checked(url).toString())
            .header("Authorization", "Bearer " + token.get().reveal())
            .build();
    try {
      Response response = client.newCall(request).execute();
      @Nullable ResponseBody body = response.body();
      if (body == null || response.code() != OK || isLogin(response, mediaType)) {
        response.close();
        throw FileHosts.refused(response.code());
      }
      return body.byteStream();
    } catch (IOException away) {
      throw new AttachmentUnavailableException(Why.UNREACHABLE, away.toString(), away);
    }
  }

  /// Slack answers with a page to sign in where the token may not read the file.
  private static boolean isLogin(Response response, String mediaType) {
    return String.valueOf(response.header("Content-Type")).startsWith("text/html")
        && !mediaType.equals("text/html");
  }
}
