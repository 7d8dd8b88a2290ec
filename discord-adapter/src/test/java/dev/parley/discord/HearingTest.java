package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.MessageId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the bot hears in Discord")
@Timeout(60)
final class HearingTest {
  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);

  @AfterEach
  void close() {
    harness.close();
  }

  private SaidMessage ask(String text) {
    return harness.ann.says(harness.general, harness.mention() + " " + text);
  }

  private InboundMessage heard(SaidMessage said) {
    return Asked.heard(core, said).message;
  }

  private static List<String> texts(List<InboundMessage> messages) {
    return messages.stream().map(InboundMessage::text).toList();
  }

  @Test
  @DisplayName("is in its order, with what is changed and taken back; previews change nothing")
  void changes() {
    SaidMessage question = ask("tides?");
    question.showsPreview("https://example.org");
    harness.ann.edits(question, harness.mention() + " what are tides?");
    harness.ann.deletes(question);

    await().atMost(DiscordHarness.LIMIT).until(() -> !core.withdrawals().isEmpty());
    assertThat(texts(core.accepted())).containsExactly("tides?");
    assertThat(texts(core.edits())).containsExactly("what are tides?");
    assertThat(core.withdrawals()).containsExactly(new MessageId(question.id()));
  }

  @Test
  @DisplayName("removed at one stroke is all taken back")
  void purged() {
    SaidMessage one = ask("one");
    SaidMessage two = ask("two");

    harness.general.purges(one, two);

    await().atMost(DiscordHarness.LIMIT).until(() -> core.withdrawals().size() == 2);
  }

  @Test
  @DisplayName("is nothing of other bots, webhooks and Discord itself")
  void others() {
    harness.general.otherBotSays(harness.mention() + " hi");
    harness.general.webhookSays(harness.mention() + " hi");
    harness.general.notes(harness.ann, 7);
    heard(ask("now"));

    assertThat(texts(core.accepted())).containsExactly("now");
  }

  @Test
  @DisplayName("while its memory is away is taken in later, in order")
  void storeAway() {
    core.become(RecordingHandler.Mood.STORE_AWAY);
    SaidMessage first = ask("one");
    SaidMessage second = ask("two");
    core.become(RecordingHandler.Mood.ACCEPTING);

    heard(first);
    heard(second);
    assertThat(texts(core.accepted())).containsExactly("one", "two");
  }

  @Test
  @DisplayName("where too much waits is refused in a word to who said it, once")
  void refused() {
    core.become(RecordingHandler.Mood.FULL);
    SaidMessage question = ask("one");

    await().atMost(DiscordHarness.LIMIT).until(() -> !question.replies().isEmpty());
    assertThat(question.replies())
        .singleElement()
        .matches(told -> told.text().contains("Too many messages wait"))
        .matches(told -> told.pings().equals(List.of(harness.ann.id())));
  }

  @Test
  @DisplayName("in a thread it is called into begins with the message that the thread hangs from")
  void thread() {
    SharedFile picture = new SharedFile("a.png", "image/png", new byte[] {1});
    SaidMessage root = harness.ann.shares(harness.general, "see here", picture);
    DiscordChannel thread = harness.ann.startsThread(root, "pictures");
    harness.guild.person("Bob").says(thread, "nice");
    InboundMessage call = heard(harness.ann.says(thread, harness.mention() + " well?"));

    Backlog backlog = adapter.saidBefore(call);

    assertThat(call.place().thread()).contains(new MessageId(thread.id()));
    assertThat(backlog.said()).extracting(Backlog.Line::text).containsExactly("see here", "nice");
    assertThat(backlog.said().getFirst().attachments())
        .extracting(AttachmentRef::name)
        .containsExactly("a.png");
    assertThat(backlog.said().getLast().author().name()).isEqualTo("Bob");
  }

  @Test
  @DisplayName("in a forum begins with the post")
  void forum() {
    SaidMessage post = harness.ann.posts(harness.guild.forum("help"), "My tides", "are off");
    InboundMessage call = heard(harness.ann.says(post.channel(), harness.mention() + " what now?"));

    assertThat(call.addressing()).isEqualTo(Addressing.MENTION);
    assertThat(adapter.saidBefore(call).said())
        .extracting(Backlog.Line::text)
        .containsExactly("are off");
    assertThat(texts(core.accepted())).contains("[My tides]\nare off");
  }

  @Test
  @DisplayName("is heard though the connection breaks in between")
  void reconnects() {
    heard(ask("one"));
    harness.discord.terminate();
    SaidMessage between = ask("two");

    heard(between);
    assertThat(texts(core.accepted())).containsExactly("one", "two");
  }
}
