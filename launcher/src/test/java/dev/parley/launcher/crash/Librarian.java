package dev.parley.launcher.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// An admin who adds, looks for and removes documents by the API, at whichever bot.
final class Librarian implements AutoCloseable {
  static final String TOKEN = "a-token-for-librarians";

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final String PATH = "/api/admin/knowledge";
  private static final String TENANT = "?tenant=web/local";
  private static final int MOST_OF_A_PAGE = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /// A document that was taken, or a passage that was found.
  record Found(String document, String text) {}

  /// The id of the document that will be read.
  ///
  /// @throws IOException where the bot is not there, or its store
  String add(URI bot, String title, String text) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("title", title).put("text", text);
    body.putArray("audience").add("*");
    return sent(bot, "/texts" + TENANT, "POST", body.toString()).at("/taken/0/document").asText();
  }

  void remove(URI bot, String document) throws IOException, InterruptedException {
    sent(bot, "/documents/" + document + TENANT, "DELETE", "");
  }

  /// What waits, is under way, or is over.
  List<JsonNode> jobs(URI bot) throws IOException, InterruptedException {
    return sent(bot, "/jobs" + TENANT, "GET", "").path("jobs").valueStream().toList();
  }

  /// The ids of all documents.
  List<String> documents(URI bot) throws IOException, InterruptedException {
    return sent(bot, "/documents" + TENANT + "&size=" + MOST_OF_A_PAGE, "GET", "")
        .path("documents")
        .valueStream()
        .map(document -> document.path("id").asText())
        .toList();
  }

  /// What a document says, passage by passage.
  List<String> passages(URI bot, String document) throws IOException, InterruptedException {
    String page = "/passages" + TENANT + "&size=" + MOST_OF_A_PAGE;
    return sent(bot, "/documents/" + document + page, "GET", "")
        .path("passages")
        .valueStream()
        .map(passage -> passage.path("text").asText())
        .toList();
  }

  List<Found> search(URI bot, String query) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("query", query).put("viewer", "everyone");
    return sent(bot, "/search" + TENANT, "POST", body.toString())
        .path("passages")
        .valueStream()
        .map(it -> new Found(it.path("document").asText(), it.at("/passage/text").asText()))
        .toList();
  }

  /// An answer of 404 is an empty one: what is wanted is not there.
  private JsonNode sent(URI bot, String path, String method, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(bot.resolve(PATH + path))
            .timeout(LONGEST_ANSWER)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return switch (response.statusCode()) {
      case 200, 202 -> JSON.readTree(response.body());
      case 204, 404 -> MissingNode.getInstance();
      case 503 -> throw new IOException(response.body());
      default -> throw new AssertionError(response.statusCode() + " " + response.body());
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
