package dev.parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files that people send in Slack")
@Timeout(60)
class FilesTest {
  private static final Duration LIMIT = SlackHarness.LIMIT;
  private static final byte[] CONTENT = "a picture, so to speak".getBytes(UTF_8);

  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");
  private final String mention = "<@" + harness.workspace.botUserId() + "> ";

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private static SharedFile file(String name, String type) {
    return new SharedFile(name, type, CONTENT);
  }

  private InboundMessage heard(SaidMessage said) {
    await()
        .atMost(LIMIT)
        .until(() -> core.accepted().stream().anyMatch(heard -> isThat(heard, said)));
    return core.accepted().stream().filter(heard -> isThat(heard, said)).findFirst().orElseThrow();
  }

  private static boolean isThat(InboundMessage heard, SaidMessage said) {
    return heard.id().value().endsWith(said.ts());
  }

  private InboundMessage sent(SharedFile... files) {
    return heard(harness.ann.shares(harness.workspace.dm(harness.ann), "", "", List.of(files)));
  }

  private byte[] content(InboundMessage message) throws IOException {
    AttachmentRef file = message.attachments().getFirst();
    try (InputStream stream = harness.adapter.attachments().open(message.place().tenant(), file)) {
      return stream.readAllBytes();
    }
  }

  private void assertRefused(InboundMessage message, Why why) {
    assertThatThrownBy(() -> content(message))
        .isInstanceOfSatisfying(
            AttachmentUnavailableException.class,
            refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  @DisplayName("are downloaded with the bot's token, several of one message")
  void downloaded() throws IOException {
    InboundMessage message = sent(file("a.png", "image/png"), file("b.pdf", "application/pdf"));

    assertThat(message.attachments())
        .extracting(AttachmentRef::name)
        .containsExactly("a.png", "b.pdf");
    assertThat(message.attachments().getFirst().mediaType()).isEqualTo("image/png");
    assertThat(message.attachments().getFirst().size()).isEqualTo(CONTENT.length);
    assertThat(content(message)).isEqualTo(CONTENT);
  }

  @Test
  @DisplayName("with a mention are known, though the mention itself tells of none")
  void mentioned() {
    SaidMessage said =
        harness.ann.shares(channel, mention + "look", "", List.of(file("a.png", "image/png")));
    said.awaitDelivered(LIMIT);

    await()
        .atMost(LIMIT)
        .until(
            () ->
                core.accepted().stream()
                        .anyMatch(heard -> isThat(heard, said) && !heard.attachments().isEmpty())
                    || core.edits().stream()
                        .anyMatch(edit -> isThat(edit, said) && !edit.attachments().isEmpty()));
  }

  @Test
  @DisplayName("in a thread that the bot is called into are told of")
  void inTheThread() {
    SaidMessage root =
        harness.ann.shares(channel, "see here", "", List.of(file("a.png", "image/png")));
    InboundMessage call = heard(harness.ann.says(channel, mention + "well?", root.ts()));

    Backlog backlog = harness.adapter.saidBefore(call);

    assertThat(backlog.said().getFirst().attachments())
        .extracting(AttachmentRef::name)
        .containsExactly("a.png");
  }

  @Test
  @DisplayName("of which Slack tells only where it is asked are asked for")
  void askedFor() throws IOException {
    harness.workspace.files().tellOtherwise("a.png", "file_access", "check_file_info");
    harness.workspace.files().tellOtherwise("a.png", "url_private_download", "");
    harness.workspace.files().tellOtherwise("a.png", "url_private", "");

    assertThat(content(sent(file("a.png", "image/png")))).isEqualTo(CONTENT);
  }

  @Test
  @DisplayName("in HEIC are read as Slack shows them, where it does, else as they are")
  void previews() throws IOException {
    byte[] heic = "as a phone takes it".getBytes(UTF_8);
    SharedFile photo = new SharedFile("a.heic", "image/heic", heic);
    String shown = sent(file("a.png", "image/png")).attachments().getFirst().source();

    assertThat(content(sent(photo))).isEqualTo(heic);

    harness.workspace.files().tellOtherwise("a.heic", "thumb_720", "https://example.org/small");
    harness.workspace.files().tellOtherwise("a.heic", "thumb_1024", shown);
    assertThat(content(sent(photo))).isEqualTo(CONTENT);
    assertThat(sent(photo).attachments().getFirst().size()).isZero();

    harness.workspace.files().tellOtherwise("a.heic", "thumb_1024", "https://example.org/away");
    assertThat(content(sent(photo))).isEqualTo(heic);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "mode, tombstone, GONE",
    "mode, hidden_by_limit, GONE",
    "mode, external, ELSEWHERE",
    "file_access, file_not_found, GONE",
    "file_access, access_denied, FORBIDDEN"
  })
  @DisplayName("that are deleted, linked or locked are told so")
  void notThere(String field, String value, Why why) {
    harness.workspace.files().tellOtherwise("a.png", field, value);

    assertRefused(sent(file("a.png", "image/png")), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.slack.com.example.org/a.png",
        "https://example.org/files.slack.com",
        "http://files.slack.com/a.png",
        "https://files.slack.com@example.org/a.png",
        "file:///etc/hosts",
        "no address"
      })
  @DisplayName("with addresses that are not Slack's never see the token")
  void strangeHosts(String address) {
    harness.workspace.files().tellOtherwise("a.png", "url_private_download", address);

    assertRefused(sent(file("a.png", "image/png")), Why.ELSEWHERE);
  }

  @Test
  @DisplayName("that are moved to another host are not followed, and the token stays here")
  void redirected() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    stranger.start();
    harness
        .workspace
        .files()
        .move("a.png", "http://127.0.0.1:" + stranger.getAddress().getPort() + "/a.png");

    try {
      assertRefused(sent(file("a.png", "image/png")), Why.FORBIDDEN);
    } finally {
      stranger.stop(0);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  @DisplayName("for which Slack wants somebody to sign in are not taken for the page that says so")
  void loginPage() {
    InboundMessage message = sent(file("a.png", "image/png"));
    harness.workspace.files().forgetContents();

    assertRefused(message, Why.FORBIDDEN);
  }
}
