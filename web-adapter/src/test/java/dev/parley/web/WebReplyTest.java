package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.MessageId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer in a room")
final class WebReplyTest {
  private final WebHarness web =
      WebHarness.started(
          WebHarness.SETTINGS.withPace(
              new WebSettings.Pace(
                  Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(1))),
          new RecordingHandler());

  @BeforeEach
  void ask() {
    web.say("general", "Hello");
  }

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("is shown at a steady pace, however fast it comes, and its last state is shown too")
  void paced() {
    try (ReplyChannel channel = web.adapter.replyTo(web.target())) {
      for (int i = 0; i < 2_000; i++) {
        channel.stream("x");
      }
      await().atMost(10, SECONDS).until(() -> shownDraft().length() == 2_000);
    }

    assertThat(web.log.shows).hasValueLessThan(200);
  }

  private String shownDraft() {
    return room().drafts().stream().findFirst().map(it -> it.markdown()).orElse("");
  }

  @Test
  @DisplayName("is posted although its growing could not be shown")
  void showFails() {
    try (ReplyChannel channel = web.adapter.replyTo(web.target())) {
      web.log.away = true;
      int before = web.log.shows.get();
      channel.stream("Good");
      await().atMost(10, SECONDS).until(() -> web.log.shows.get() > before);
      web.log.away = false;
      channel.finish(Reply.answer("Good morning"));
    }

    assertThat(room().posts().getLast().markdown()).isEqualTo("Good morning");
    assertThat(room().drafts()).isEmpty();
  }

  @Test
  @DisplayName("comes after its question, even where that could not be shown when it was asked")
  void bringsTheQuestion() {
    ReplyTarget known = web.target();
    InboundMessage first = known.message();
    InboundMessage unshown =
        new InboundMessage(
            new MessageId("0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11"),
            first.place(),
            first.author(),
            first.addressing(),
            "Is anybody there?",
            first.sentAt(),
            first.replyAddress());
    TurnRef turn = new TurnRef(known.turn().conversation(), unshown.id());

    try (ReplyChannel channel =
        web.adapter.replyTo(
            new ReplyTarget(
                turn,
                unshown,
                Optional.empty(),
                false,
                known.keepReference(),
                FileContents.NONE))) {
      channel.finish(Reply.answer("Yes"));
    }

    assertThat(room().posts())
        .extracting(RoomPost::markdown)
        .containsExactly("Hello", "Is anybody there?", "Yes");
  }

  @Test
  @DisplayName("lets the turn know that the store is away, and can be finished later")
  void storeAwayAtTheEnd() {
    try (ReplyChannel channel = web.adapter.replyTo(web.target())) {
      web.log.away = true;
      assertThatThrownBy(() -> channel.finish(Reply.answer("Good morning")))
          .isInstanceOf(StoreUnavailableException.class);
      web.log.away = false;
      channel.finish(Reply.answer("Good morning"));
    }

    assertThat(room().posts()).hasSize(2);
  }

  @Test
  @DisplayName("says that it cannot be delivered where its post fails for good")
  void postFails() {
    try (ReplyChannel channel = web.adapter.replyTo(web.target())) {
      web.log.broken = true;

      assertThatThrownBy(() -> channel.finish(Reply.answer("Good morning")))
          .isInstanceOf(DeliveryException.class);
    }

    web.log.broken = false;
    assertThat(room().posts()).hasSize(1);
  }

  @Test
  @DisplayName("closed while the store is away does not fail the turn")
  void closeWhileAway() {
    ReplyChannel channel = web.adapter.replyTo(web.target());
    web.log.away = true;

    channel.close();
    channel.close();

    web.log.away = false;
    assertThat(room().posts()).hasSize(1);
  }

  private RoomView room() {
    return web.log.read(RoomName.TENANT, "general", "", 100);
  }
}
