package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Refusals;
import dev.parley.slack.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts files into the places of a workspace, in the three steps that it takes.
public final class Upload {
  /// What people are told where a workspace does not let the bot.
  public static final String NOT_ALLOWED =
      "I could not upload a file here. An admin may have to allow me to.";

  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGIN = "files.getUploadURLExternal";
  private static final Duration UPLOAD_TIME = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 300;
  private static final int MOST_ATTEMPTS = 2;

  private final SlackApi api;
  private final HttpClient http;
  private final Refusals refusals;

  public Upload(Workspace workspace, HttpClient http) {
    this.api = workspace.api();
    this.refusals = workspace.refusals();
    this.http = http;
  }

  /// A file to upload.
  ///
  /// @param description what people hear of it who cannot see it; empty where it needs none
  public record Item(String name, String title, String description, AttachmentContent content) {}

  /// Uploads a file into a channel or thread.
  ///
  /// @return its id; empty where Slack does not let the bot, or did not take the bytes
  /// @throws SlackCallException where it failed otherwise; it may be there all the same
  public Optional<String> into(String channel, Optional<String> thread, Item item) {
    if (!refusals.allows(BEGIN)) {
      return Optional.empty();
    }
    try {
      JsonNode place = begin(item);
      send(URI.create(place.path("upload_url").asText()), item.content().bytes());
      String file = place.path("file_id").asText();
      complete(file, item.title(), channel, thread);
      return Optional.of(file);
    } catch (SlackCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
      LOG.warn("a file could not be uploaded: {}", failed.getMessage());
      refusals.learn(failed);
    } catch (IOException broken) {
      LOG.warn("a file could not be uploaded: {}", broken.toString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /// Uploads a file into the direct messages with a person.
  public Optional<String> to(String user, Item item) {
    String channel =
        api.call(ApiCall.urgent("conversations.open").with("users", user))
            .path("channel")
            .path("id")
            .asText();
    return into(channel, Optional.empty(), item);
  }

  private JsonNode begin(Item item) {
    return api.call(
        ApiCall.urgent(BEGIN)
            .with("filename", item.name())
            .with("length", Integer.toString(item.content().size()))
            .with("alt_txt", Optional.of(item.description()).filter(text -> !text.isBlank())));
  }

  /// Bytes that were not completed are nowhere to be seen: they may be sent again.
  private void send(URI place, byte[] bytes) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(UPLOAD_TIME)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    for (int attempt = 1; ; attempt++) {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status < FIRST_ERROR) {
        return;
      }
      if (attempt == MOST_ATTEMPTS) {
        throw new IOException("the upload was answered with HTTP " + status);
      }
    }
  }

  private void complete(String file, String title, String channel, Optional<String> thread) {
    ArrayNode files = JSON.createArrayNode();
    files.addObject().put("id", file).put("title", title);
    api.call(
        ApiCall.urgent("files.completeUploadExternal")
            .with("files", files.toString())
            .with("channel_id", channel)
            .with("thread_ts", thread));
  }
}
