package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.command.CommandSpec;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Pictures of a reply in Slack")
@Timeout(60)
class PicturesTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core =
      new RecordingHandler(
          command("usage", CommandSpec.Visibility.EVERYONE),
          command("mine", CommandSpec.Visibility.ASKER));
  private final String channel = harness.workspace.channel("general");

  private static CommandSpec command(String word, CommandSpec.Visibility visibility) {
    return new CommandSpec(
        List.of(word), "tells something", List.of(), visibility, CommandSpec.Access.EVERYONE);
  }

  @BeforeEach
  void start() {
    harness.adapter.start(core);
    core.keep(SomePicture.RED);
    core.keep(SomePicture.BLUE);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private SaidMessage ask() {
    SaidMessage question =
        harness.ann.says(channel, "<@" + harness.workspace.botUserId() + "> paint");
    assertThat(question.awaitDelivered(SlackHarness.LIMIT)).isTrue();
    return question;
  }

  private ReplyTarget target(boolean again, Optional<String> reference) {
    InboundMessage message = core.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    return new ReplyTarget(
        turn, message, reference, again, _ -> {}, core.files(message.place().tenant()));
  }

  private static Reply painted(AttachmentContent... pictures) {
    return Reply.answer("Here it is.")
        .with(
            Stream.of(pictures)
                .map(
                    picture ->
                        new ReplyFile(
                            SomePicture.file("picture-1.png", picture), "Picture for: paint"))
                .toList());
  }

  private void answer(ReplyTarget target, Reply reply) {
    try (ReplyChannel channel = harness.adapter.replyTo(target)) {
      channel.finish(reply);
    }
  }

  private List<JsonNode> files() {
    return harness.workspace.botMessages().stream()
        .flatMap(message -> message.wire().path("files").valueStream())
        .toList();
  }

  private List<AttachmentContent> contents(SaidMessage question) {
    return question.replies().stream()
        .flatMap(message -> message.files().stream())
        .map(name -> harness.workspace.files().named(name).getLast().content())
        .map(AttachmentContent::of)
        .toList();
  }

  @Test
  @DisplayName("hang in the thread of the answer, after its words, with a text for screen readers")
  void inTheThread() {
    SaidMessage question = ask();

    answer(target(false, Optional.empty()), painted(SomePicture.RED, SomePicture.BLUE));

    assertThat(question.replies()).hasSize(3);
    assertThat(question.replies().getFirst().text()).isEqualTo("Here it is.");
    assertThat(contents(question)).containsExactly(SomePicture.RED, SomePicture.BLUE);
    assertThat(files())
        .extracting(file -> file.path("alt_txt").asText())
        .containsOnly("Picture for: paint");
  }

  @Test
  @DisplayName("are there once where it is not known whether Slack took them")
  void unknownOutcome() {
    SaidMessage question = ask();
    ReplyTarget target = target(false, Optional.empty());
    harness.slack.failNext("files.completeUploadExternal", new ApiFault.AnswerLost());

    try (ReplyChannel reply = harness.adapter.replyTo(target)) {
      try {
        reply.finish(painted(SomePicture.RED));
      } catch (DeliveryException unknown) {
        assertThat(unknown.retriable()).isTrue();
      }
      reply.finish(painted(SomePicture.RED));
    }

    assertThat(contents(question)).containsExactly(SomePicture.RED);
  }

  @Test
  @DisplayName("give way to those of another answer, and those that are the same stay")
  void regenerated() {
    SaidMessage question = ask();
    answer(target(false, Optional.empty()), painted(SomePicture.RED, SomePicture.RED));
    ShownMessage before = question.replies().getFirst();
    List<JsonNode> old = files();

    answer(target(true, Optional.of(before.ts())), painted(SomePicture.RED, SomePicture.BLUE));
    answer(target(true, Optional.of(before.ts())), painted(SomePicture.RED, SomePicture.BLUE));

    assertThat(contents(question)).containsExactly(SomePicture.RED, SomePicture.BLUE);
    assertThat(files().getFirst().path("id")).isEqualTo(old.getFirst().path("id"));
  }

  @Test
  @DisplayName("go with the answer where it is deleted, and where it is taken back")
  void goWithIt() {
    SaidMessage deleted = ask();
    answer(target(false, Optional.empty()), painted(SomePicture.RED));
    harness
        .ann
        .presses(channel, deleted.replies().getFirst().ts(), "parley_discard")
        .await(SlackHarness.LIMIT);
    await().atMost(SlackHarness.LIMIT).until(() -> deleted.replies().isEmpty());

    SaidMessage retracted = ask();
    answer(target(false, Optional.empty()), painted(SomePicture.RED));
    Optional<String> reference = Optional.of(retracted.replies().getFirst().ts());
    try (ReplyChannel reply = harness.adapter.replyTo(target(false, reference))) {
      reply.retract();
    }

    assertThat(retracted.replies()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName("are told of in a sentence where the workspace takes none, once")
  void noScope() {
    harness.slack.failNext("files.getUploadURLExternal", new ApiFault.Refused("missing_scope"));
    SaidMessage question = ask();
    ReplyTarget target = target(false, Optional.empty());

    try (ReplyChannel reply = harness.adapter.replyTo(target)) {
      reply.finish(painted(SomePicture.RED, SomePicture.BLUE));
      reply.finish(painted(SomePicture.RED, SomePicture.BLUE));
    }

    assertThat(question.replies())
        .extracting(ShownMessage::text)
        .containsExactly(
            "Here it is.", "I could not upload a file here. An admin may have to allow me to.");
    assertThat(harness.slack.calls("files.getUploadURLExternal")).hasSize(1);
  }

  private void type(String command) {
    assertThat(harness.ann.commands(channel, "/parley", command).await(SlackHarness.LIMIT))
        .isTrue();
  }

  private List<String> placesOfFiles() {
    return harness.workspace.botMessages().stream()
        .filter(message -> !message.files().isEmpty())
        .map(ShownMessage::channel)
        .toList();
  }

  @Test
  @DisplayName("come where a command was used, if all may see its reply")
  void commandForAll() {
    core.answerCommandsWith(painted(SomePicture.RED));

    type("usage");

    await().atMost(SlackHarness.LIMIT).until(() -> !placesOfFiles().isEmpty());
    assertThat(placesOfFiles()).containsExactly(channel);
  }

  @Test
  @DisplayName("come as a direct message where a reply is for one person, or the bot is not there")
  void commandForOne() {
    core.answerCommandsWith(painted(SomePicture.RED));

    type("mine");
    await().atMost(SlackHarness.LIMIT).until(() -> placesOfFiles().size() == 1);
    harness.workspace.kickBot(channel);
    type("usage");

    await().atMost(SlackHarness.LIMIT).until(() -> placesOfFiles().size() == 2);
    assertThat(placesOfFiles()).containsOnly(harness.workspace.dm(harness.ann));
  }

  @Test
  @DisplayName("that are not kept any more are told of to who used the command")
  void commandForgotten() {
    core.answerCommandsWith(painted(SomePicture.RED));
    core.forgetFiles();

    type("mine");

    await()
        .atMost(SlackHarness.LIMIT)
        .until(
            () ->
                harness.workspace.ephemerals(channel, harness.ann).stream()
                    .map(EphemeralMessage::text)
                    .anyMatch(ReplyFile.FORGOTTEN::equals));
  }
}
