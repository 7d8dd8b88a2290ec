package dev.parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Files that people send in Discord")
@Timeout(60)
final class FilesTest {
  private static final byte[] CONTENT = "a picture, so to speak".getBytes(UTF_8);

  private final SteppedClock clock = new SteppedClock();
  private final DiscordHarness harness = new DiscordHarness(DiscordRules.withoutLimits(), clock);
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);

  @AfterEach
  void close() {
    harness.close();
  }

  private static SharedFile file(String name) {
    return new SharedFile(name, "image/png", CONTENT);
  }

  private InboundMessage sent(String name) {
    SaidMessage said = harness.ann.shares(harness.ann.dm(), "look", file(name));
    return Asked.heard(core, said).message;
  }

  private byte[] content(InboundMessage message) throws IOException {
    AttachmentRef file = message.attachments().getFirst();
    try (InputStream stream = adapter.attachments().open(message.place().tenant(), file)) {
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
  @DisplayName("are downloaded from the address that the message tells")
  void downloaded() throws IOException {
    InboundMessage message = sent("a.png");

    assertThat(content(message)).isEqualTo(CONTENT);
    assertThat(message.attachments().getFirst().size()).isEqualTo(CONTENT.length);
    assertThat(harness.discord.calls("GET /channels/{}/messages/{}")).isEmpty();
  }

  @Test
  @DisplayName("may come with /ask, and are downloaded as well")
  void withCommand() throws IOException {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () ->
                harness.discord.calls("PUT /applications/{}/commands").stream()
                    .anyMatch(RecordedCall::ok));
    Interaction asked =
        harness.ann.slash(
            harness.general, "ask", Map.of("question", "What is this?", "file", file("a.png")));

    InboundMessage message = Asked.heard(core, asked.id()).message;

    assertThat(message.text()).isEqualTo("What is this?");
    assertThat(message.attachments())
        .singleElement()
        .matches(it -> it.name().equals("a.png") && it.mediaType().equals("image/png"));
    assertThat(content(message)).isEqualTo(CONTENT);
  }

  @Test
  @DisplayName("in HEIC are downloaded as Discord shows them, where it does, else as they are")
  void shown() throws IOException {
    byte[] jpeg = "as everybody can see it".getBytes(UTF_8);
    assertThat(content(sentHeic("plain.heic"))).isEqualTo(CONTENT);

    harness.discord.files().showAs("a.heic", jpeg);
    InboundMessage message = sentHeic("a.heic");

    assertThat(content(message)).isEqualTo(jpeg);
    assertThat(message.attachments().getFirst().size()).isZero();
    clock.step(Duration.ofDays(2));
    assertThat(content(message)).isEqualTo(CONTENT);
  }

  private InboundMessage sentHeic(String name) {
    SharedFile heic = new SharedFile(name, "image/heic", CONTENT);
    return Asked.heard(core, harness.ann.shares(harness.ann.dm(), "look", heic)).message;
  }

  @Test
  @DisplayName("whose address has run out are downloaded from the one that the message tells now")
  void expired() throws IOException {
    InboundMessage message = sent("a.png");

    clock.step(Duration.ofDays(2));

    assertThat(content(message)).isEqualTo(CONTENT);
    assertThat(harness.discord.calls("GET /channels/{}/messages/{}")).hasSize(1);
  }

  @Test
  @DisplayName("that are gone are told so, whether the message is there or not")
  void gone() {
    SaidMessage said = harness.ann.shares(harness.ann.dm(), "look", file("a.png"));
    InboundMessage message = Asked.heard(core, said).message;

    harness.discord.files().forgetContents();
    assertRefused(message, Why.GONE);

    harness.ann.deletes(said);
    assertRefused(message, Why.GONE);
  }

  @Test
  @DisplayName("are not looked for where they are moved to")
  void redirected() throws IOException {
    AtomicInteger visits = new AtomicInteger();
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext("/", exchange -> visits.incrementAndGet());
    stranger.start();
    harness
        .discord
        .files()
        .move("a.png", "http://127.0.0.1:" + stranger.getAddress().getPort() + "/a.png");

    try {
      assertRefused(sent("a.png"), Why.FORBIDDEN);
    } finally {
      stranger.stop(0);
    }
    assertThat(visits).hasValue(0);
  }
}
