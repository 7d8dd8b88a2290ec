package dev.parley.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.ProviderFile;
import dev.parley.attachment.ProviderFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.locks.LockSupport;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Gemini's Files API (its documentation, "Files API"): a file is kept for 48 hours, of up to 2 GB.
///
/// The client library reads a file in pieces of 8 MB into memory, and fails where its size is a
/// multiple of that; here it goes in one stream from the disk.
final class GeminiFiles implements ProviderFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  /// Videos are taken apart first.
  private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final OkHttpClient http;
  private final GeminiSettings settings;
  private final HttpUrl root;

  GeminiFiles(OkHttpClient http, GeminiSettings settings) {
    this.http = http;
    this.settings = settings;
    this.root = HttpUrl.get(GeminiClients.url(settings).toString());
  }

  @Override
  public ProviderFile give(FileChannel content, String mediaType) {
    try {
      String address = begun(content.size(), mediaType);
      JsonNode file = uploaded(address, content, mediaType);
      return ready(file);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private String begun(long size, String mediaType) throws IOException {
    Request request =
        called("upload/v1beta/files")
            .header("X-Goog-Upload-Protocol", "resumable")
            .header("X-Goog-Upload-Command", "start")
            .header("X-Goog-Upload-Header-Content-Length", Long.toString(size))
            .header("X-Goog-Upload-Header-Content-Type", mediaType)
            .post(RequestBody.create("{\"file\":{}}", JSON_TYPE))
            .build();
    try (Response response = http.newCall(request).execute()) {
      checked(response);
      String address = response.header("X-Goog-Upload-URL");
      if (address == null || HttpUrl.parse(address) == null) {
        throw refused("named no place for the upload");
      }
      return address;
    }
  }

  /// The address is the permission: the key does not go along.
  private JsonNode uploaded(String address, FileChannel content, String mediaType)
      throws IOException {
    Request request =
        new Request.Builder()
            .url(address)
            .header("X-Goog-Upload-Offset", "0")
            .header("X-Goog-Upload-Command", "upload, finalize")
            .post(new ChannelBody(content, mediaType))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return answer(response).path("file");
    }
  }

  private ProviderFile ready(JsonNode uploaded) throws IOException {
    JsonNode file = uploaded;
    long deadline = System.nanoTime() + LONGEST_PREPARATION.toNanos();
    while (file.path("state").asText().equals("PROCESSING")) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw refused("is not ready with the file");
      }
      file = asked(file.path("name").asText());
    }
    if (!file.path("state").asText("ACTIVE").equals("ACTIVE")) {
      throw refused("cannot use the file");
    }
    return read(file);
  }

  private static ProviderFile read(JsonNode file) {
    try {
      return new ProviderFile(
          file.path("name").asText(),
          file.path("uri").asText(),
          Instant.parse(file.path("expirationTime").asText()));
    } catch (DateTimeParseException unreadable) {
      throw refused("did not say how long it keeps the file");
    }
  }

  private JsonNode asked(String name) throws IOException {
    try (Response response = http.newCall(called("v1beta/" + name).build()).execute()) {
      return answer(response);
    }
  }

  @Override
  public boolean has(ProviderFile file) {
    try (Response response = http.newCall(called("v1beta/" + file.name()).build()).execute()) {
      return !isGone(response) && answer(response).path("uri").asText().equals(file.uri());
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  @Override
  public void erase(String name) {
    try (Response response = http.newCall(called("v1beta/" + name).delete().build()).execute()) {
      if (!isGone(response)) {
        checked(response);
      }
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  /// Files of others, and such as never were, are forbidden.
  private static boolean isGone(Response response) {
    return response.code() == NOT_FOUND || response.code() == FORBIDDEN;
  }

  private Request.Builder called(String path) {
    return new Request.Builder()
        .url(root.newBuilder().addPathSegments(path).build())
        .header("x-goog-api-key", settings.apiKey().reveal());
  }

  private static JsonNode answer(Response response) throws IOException {
    checked(response);
    return JSON.readTree(response.body().byteStream());
  }

  private static void checked(Response response) {
    if (!response.isSuccessful()) {
      throw refused("answered with HTTP " + response.code());
    }
  }

  private static AttachmentUnavailableException refused(String what) {
    return new AttachmentUnavailableException(
        Why.UNREACHABLE, "the model's provider " + what, null);
  }

  private static AttachmentUnavailableException unreachable(IOException broken) {
    return new AttachmentUnavailableException(
        Why.UNREACHABLE, "the model's provider cannot be reached", broken);
  }
}
