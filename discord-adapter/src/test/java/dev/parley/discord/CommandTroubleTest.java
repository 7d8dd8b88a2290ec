package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.command.CommandSpec;
import dev.parley.command.CommandSpec.Access;
import dev.parley.command.CommandSpec.Visibility;
import dev.parley.message.Reply;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@DisplayName("A command that meets trouble in Discord")
@Timeout(60)
final class CommandTroubleTest {
  private static final String PUT = "PUT /applications/{}/commands";
  private static final String EDIT = "PATCH /webhooks/{}/{}/messages/{}";
  private static final String FOLLOW_UP = "POST /webhooks/{}/{}";
  private static final String IN_FILE = "All of it is in the file.";
  private static final CommandSpec SHOW =
      new CommandSpec(
          List.of("session", "show"),
          "Shows the session",
          List.of(),
          Visibility.ASKER,
          Access.EVERYONE);

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler(SHOW);

  @BeforeEach
  void start() {
    harness.started(harness.settings(), core);
    awaitRegistered(harness);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  static Stream<ApiFault> uncertain() {
    return Stream.of(
        new ApiFault.StatusAfterwards(500),
        new ApiFault.StatusAfterwards(502),
        new ApiFault.StatusAfterwards(503),
        new ApiFault.AnswerLost());
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  @DisplayName("says nothing twice where it is not known whether it was seen, and all in a file")
  void onlyOnce(ApiFault fault) {
    core.answerCommandsWith(Reply.answer(paragraphs()));
    harness.discord.failNext(FOLLOW_UP, fault);

    Interaction typed = harness.ann.slash(harness.general, "session show");

    await().atMost(DiscordHarness.LIMIT).until(() -> typed.text().contains(IN_FILE));
    assertThat(harness.discord.calls(FOLLOW_UP)).hasSize(1);
    assertThat(typed.followUps()).hasSize(1);
    assertThat(typed.shown().orElseThrow().files())
        .singleElement()
        .extracting("name")
        .isEqualTo("reply.md");
  }

  @Test
  @DisplayName("is whole in several messages where Discord asks for patience only")
  void patience() {
    core.answerCommandsWith(Reply.answer(paragraphs()));
    harness.discord.failNext(FOLLOW_UP, new ApiFault.RateLimited(Duration.ofSeconds(1), false));

    Interaction typed = harness.ann.slash(harness.general, "session show");

    await().atMost(DiscordHarness.LIMIT).until(() -> said(typed).contains("Paragraph 89 "));
    assertThat(typed.text()).doesNotContain(IN_FILE);
  }

  private static String said(Interaction typed) {
    return typed.followUps().stream().map(ShownMessage::text).collect(Collectors.joining("\n"));
  }

  private static String paragraphs() {
    return IntStream.range(0, 90)
        .mapToObj(i -> "Paragraph " + i + " says a few words that fill the room it was given.")
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  @DisplayName("says plainly that there is nothing to show")
  void wordless() {
    core.answerCommandsWith(Reply.notice("[a]: https://example.com"));

    Interaction typed = harness.ann.slash(harness.general, "session show");

    assertThat(typed.awaitText(DiscordHarness.LIMIT)).isEqualTo("There is nothing to show for it.");
  }

  @Test
  @DisplayName(
      "says plainly that it is none any more, where Discord still shows an older version's")
  void older() {
    try (DiscordHarness newer = DiscordHarness.unlimited()) {
      DiscordAdapter old = newer.started(newer.settings(), core);
      awaitRegistered(newer);
      old.close();
      newer.discord.failNext(PUT, new ApiFault.Refused(400, 50035, "Invalid Form Body"));
      newer.started(newer.settings(), new RecordingHandler());
      await().atMost(DiscordHarness.LIMIT).until(() -> newer.discord.calls(PUT).size() == 2);

      Interaction typed = newer.ann.slash(newer.general, "session show");

      assertThat(typed.awaitText(DiscordHarness.LIMIT)).contains("do not know this command");
      assertThat(typed.ephemeral()).isTrue();
    }
  }

  private static void awaitRegistered(DiscordHarness harness) {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> harness.discord.calls(PUT).stream().anyMatch(RecordedCall::ok));
  }

  static Stream<ApiFault> invalid() {
    return Stream.of(
        new ApiFault.Refused(401, 0, "401: Unauthorized"),
        new ApiFault.Refused(403, 50013, "Missing Permissions"),
        new ApiFault.RateLimited(Duration.ofSeconds(1), false));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  @DisplayName("is counted where Discord calls its requests invalid")
  void counted(ApiFault fault) {
    harness.discord.failNext(EDIT, fault);

    harness.ann.slash(harness.general, "session show");

    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> harness.metrics.counter("parley.discord.invalid.requests").count() == 1);
  }

  @Test
  @DisplayName("is not counted where Discord refuses it otherwise")
  void notCounted() {
    harness.discord.failNext(EDIT, new ApiFault.Refused(404, 10008, "Unknown Message"));

    harness.ann.slash(harness.general, "session show");

    await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.calls(EDIT).size() == 1);
    assertThat(harness.metrics.counter("parley.discord.invalid.requests").count()).isZero();
  }

  @Test
  @DisplayName("is in the log once its request is given up, without what is secret")
  void logged() {
    Logger log = (Logger) LoggerFactory.getLogger("dev.parley.discord.api.RestApi");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.INFO);
    harness.discord.failNext(FOLLOW_UP, new ApiFault.Dropped());
    core.answerCommandsWith(Reply.answer(paragraphs()));

    Interaction typed = harness.ann.slash(harness.general, "session show");
    await().atMost(DiscordHarness.LIMIT).until(() -> typed.text().contains(IN_FILE));

    log.detachAppender(lines);
    assertThat(List.copyOf(lines.list))
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("given up: POST webhooks/{application_id}/{interaction"));
  }
}
