package dev.parley.slack.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.inbox.TurnRef;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.ReplyAddress;
import dev.parley.slack.workspace.Refusals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An answer that is too long for a few messages, as a file in the same place.
final class AnswerFile {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerFile.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration UPLOAD_TIME = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 300;

  private final SlackApi api;
  private final HttpClient http;
  private final Refusals refusals;
  private final ReplyAddress address;
  private final String name;

  AnswerFile(SlackApi api, HttpClient http, Refusals refusals, ReplyAddress address, TurnRef turn) {
    this.api = api;
    this.http = http;
    this.refusals = refusals;
    this.address = address;
    this.name = name(turn);
  }

  static String name(TurnRef turn) {
    return "answer-" + turn.id().value().replaceAll("[^A-Za-z0-9]+", "-") + ".md";
  }

  String name() {
    return name;
  }

  /// Uploads it; false where Slack does not let the bot.
  boolean upload(String markdown) {
    if (!refusals.allows("files.getUploadURLExternal")) {
      return false;
    }
    byte[] bytes = markdown.getBytes(UTF_8);
    try {
      JsonNode place =
          api.call(
              ApiCall.urgent("files.getUploadURLExternal")
                  .with("filename", name)
                  .with("length", Integer.toString(bytes.length)));
      send(URI.create(place.path("upload_url").asText()), bytes);
      complete(place.path("file_id").asText());
      return true;
    } catch (SlackCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
      refusals.learn(failed);
    } catch (IOException broken) {
      LOG.warn("a long answer could not be uploaded: {}", broken.toString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void send(URI place, byte[] bytes) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(UPLOAD_TIME)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status >= FIRST_ERROR) {
      throw new IOException("the upload was answered with HTTP " + status);
    }
  }

  private void complete(String file) {
    ArrayNode files = JSON.createArrayNode();
    files.addObject().put("id", file).put("title", "The whole answer");
    api.call(
        ApiCall.urgent("files.completeUploadExternal")
            .with("files", files.toString())
            .with("channel_id", address.channel())
            .with("thread_ts", address.thread()));
  }
}
