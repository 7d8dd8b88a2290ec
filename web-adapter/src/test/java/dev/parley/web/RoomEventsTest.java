package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A page that follows a room")
@Timeout(value = 60, unit = SECONDS)
final class RoomEventsTest {
  private final WebHarness web = WebHarness.started();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("sees what is there, and then what comes")
  void follows() {
    web.say("general", "first");

    try (Events events = web.events("general", "")) {
      Events.Event whole = events.next();
      web.say("general", "second");
      Events.Event change = events.next();

      assertThat(events.response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(texts(whole)).containsExactly("first");
      assertThat(texts(change)).containsExactly("second");
      assertThat(change.id()).isNotEqualTo(whole.id());
    }
  }

  @Test
  @DisplayName("sees an answer grow in place and become a post")
  void growingAnswer() {
    web.say("general", "Hello");

    try (Events events = web.events("general", "");
        ReplyChannel channel = web.adapter.replyTo(web.target())) {
      channel.working("thinking");
      Events.Event thinking = events.until(it -> status(it).equals("thinking"));
      channel.stream("Good ");
      events.until(it -> html(it).contains("Good"));
      channel.stream("**morning**");
      Events.Event grown = events.until(it -> html(it).contains("<strong>morning"));
      channel.finish(Reply.answer("Good **morning**"));
      Events.Event done = events.until(it -> !it.data().path("posts").isEmpty());

      String draft = thinking.data().path("drafts").path(0).path("id").asText();
      assertThat(grown.data().path("drafts").path(0).path("status").asText()).isEmpty();
      assertThat(done.data().path("posts").path(0).path("id").asText()).isEqualTo(draft);
      assertThat(done.data().path("draftIds")).isEmpty();
    }
  }

  @Test
  @DisplayName("comes back after a dropped connection and misses nothing, and sees nothing twice")
  void resumes() {
    List<String> seen = new ArrayList<>();
    String position;
    web.say("general", "one");
    try (Events events = web.events("general", "")) {
      seen.addAll(texts(events.next()));
      web.say("general", "two");
      seen.addAll(texts(events.next()));
      position = events.lastId();
    }
    web.say("general", "three");
    web.say("general", "four");

    try (Events events = web.events("general", position)) {
      seen.addAll(texts(events.next()));
      web.say("general", "five");
      seen.addAll(texts(events.next()));
    }

    assertThat(seen).containsExactly("one", "two", "three", "four", "five");
  }

  @Test
  @DisplayName("comes back and learns which growing answers are left")
  void resumesDrafts() {
    web.say("general", "Hello");
    ReplyChannel channel = web.adapter.replyTo(web.target());
    channel.stream("Good");
    String position;
    try (Events events = web.events("general", "")) {
      events.until(it -> html(it).contains("Good"));
      position = events.lastId();
    }

    try (Events events = web.events("general", position)) {
      Events.Event whole = events.next();
      channel.close();
      Events.Event gone = events.until(it -> it.data().path("draftIds").isEmpty());

      assertThat(html(whole)).contains("Good");
      assertThat(texts(whole)).isEmpty();
      assertThat(gone.data().path("drafts")).isEmpty();
    }
  }

  @Test
  @DisplayName("sees changes even where their notification was lost")
  void lostNotification() {
    web.log.deaf = true;

    try (Events events = web.events("general", "")) {
      events.next();
      web.say("general", "unheard");

      assertThat(texts(events.next())).containsExactly("unheard");
    }
  }

  @Test
  @DisplayName("is told when the store is away, and goes on when it is back")
  void storeAway() {
    web.log.away = true;

    try (Events events = web.events("general", "")) {
      Events.Event away = events.next();
      web.log.away = false;
      Events.Event back = events.until(it -> it.name().equals("change"));
      web.say("general", "again");
      Events.Event change = events.until(it -> !it.data().path("posts").isEmpty());

      assertThat(away.name()).isEqualTo("away");
      assertThat(away.data().path("error").asText()).contains("cannot be stored");
      assertThat(texts(back)).isEmpty();
      assertThat(texts(change)).containsExactly("again");
    }
  }

  @Test
  @DisplayName("hears a heartbeat while nothing happens")
  void heartbeat() {
    try (Events events = web.events("general", "")) {
      events.next();
      Thread.ofVirtual()
          .start(
              () -> {
                await().pollDelay(Duration.ofMillis(900)).until(() -> true);
                web.say("general", "at last");
              });
      events.next();

      assertThat(events.comments).isNotEmpty();
    }
  }

  @Test
  @DisplayName("still sees how the last answer ends while the bot shuts down")
  void drain() {
    web.say("general", "Hello");

    try (Events events = web.events("general", "");
        ReplyChannel channel = web.adapter.replyTo(web.target())) {
      events.next();
      web.adapter.close();
      channel.finish(Reply.answer("Good morning"));

      assertThat(texts(events.next())).containsExactly("Good morning");
      assertThat(web.say("general", "Too late").status()).isEqualTo(503);
    }
  }

  @Test
  @DisplayName("is let go when the server stops")
  void shutdown() {
    try (Events events = web.events("general", "")) {
      events.next();
      web.server.close();

      assertThat(events.rest()).isEmpty();
    }
  }

  private static List<String> texts(Events.Event event) {
    List<String> texts = new ArrayList<>();
    event.data().path("posts").forEach(post -> texts.add(post.path("text").asText()));
    return texts;
  }

  private static String html(Events.Event event) {
    return draft(event).path("html").asText();
  }

  private static String status(Events.Event event) {
    return draft(event).path("status").asText();
  }

  private static JsonNode draft(Events.Event event) {
    return event.data().path("drafts").path(0);
  }
}
