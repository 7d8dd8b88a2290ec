package dev.parley.launcher;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Ann, who talks to a bot over its HTTP API, as the web chat's page does.
final class Visitor implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The bot itself insists for longer only on what nobody waits for.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ANN = uuid("Ann");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI bot;

  private Visitor(URI bot) {
    this.bot = bot;
  }

  static Visitor of(BotProcess bot) {
    return new Visitor(bot.uri().orElseThrow());
  }

  /// What came back of a request.
  record Answer(int status, JsonNode body) {}

  /// Writes in a room; the same text is the same message.
  ///
  /// @param files ids of uploads
  Answer say(String room, String text, String... files) {
    ObjectNode message = JSON.createObjectNode().put("id", uuid(room + text)).put("text", text);
    message.putObject("author").put("id", ANN).put("name", "Ann");
    List.of(files).forEach(message.putArray("files")::add);
    return post("/api/rooms/" + room + "/messages", message);
  }

  /// Uploads a file for a message.
  Answer upload(String room, String name, byte[] content) {
    return sent(
        request("/api/rooms/" + room + "/files?author=" + ANN + "&name=" + name)
            .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  /// Asks for an answer from the documents that everybody may see, as a program does.
  Answer search(String query) {
    return post("/api/search", JSON.createObjectNode().put("query", query));
  }

  private static String uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Presses the button beside the answer that grows in a room.
  Answer stop(String room) {
    JsonNode draft = get("/api/rooms/" + room).body().path("drafts").path(0);
    return post(
        "/api/rooms/" + room + "/stop",
        JSON.createObjectNode()
            .put("turn", draft.path("turn").asText())
            .put("conversation", draft.path("conversation").asText())
            .put("user", draft.path("asker").asText()));
  }

  /// What the bot has posted in a room, oldest first.
  List<String> answers(String room) {
    return posts(room, true);
  }

  /// What people have posted in a room, oldest first.
  List<String> questions(String room) {
    return posts(room, false);
  }

  private List<String> posts(String room, boolean byBot) {
    return get("/api/rooms/" + room)
        .body()
        .path("posts")
        .valueStream()
        .filter(post -> post.path("bot").asBoolean() == byBot)
        .map(post -> post.path("text").asText())
        .toList();
  }

  /// Waits for so many answers of the bot, and says what they are.
  List<String> awaitAnswers(String room, int count) {
    until(() -> answers(room).size() >= count);
    return answers(room);
  }

  /// Waits until the answer that grows in a room shows this.
  void awaitGrowing(String room, String part) {
    until(
        () ->
            get("/api/rooms/" + room)
                .body()
                .path("drafts")
                .path(0)
                .path("html")
                .asText()
                .contains(part));
  }

  static void until(BooleanSupplier condition) {
    await().atMost(PATIENCE).until(condition::getAsBoolean);
  }

  Answer get(String path) {
    return sent(request(path).GET());
  }

  private Answer post(String path, JsonNode body) {
    return sent(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(bot.resolve(path)).timeout(LONGEST_ANSWER);
  }

  private Answer sent(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
