package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.RoomPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What many pages read of a room")
@Timeout(value = 60, unit = SECONDS)
final class RoomReadingsTest {
  private final FlakyRoomLog log = new FlakyRoomLog();
  private final RoomReadings readings = new RoomReadings(log, new RoomJson(new WebMarkdown()), 100);

  private record Page(Thread thread, FutureTask<RoomJson.Reading> reading) {}

  private Page page(String room) {
    Callable<RoomJson.Reading> read = () -> readings.after(room, "");
    FutureTask<RoomJson.Reading> reading = new FutureTask<>(read);
    return new Page(Thread.startVirtualThread(reading), reading);
  }

  private void post(String id) {
    Author ann = new Author(new UserId("ann"), "Ann");
    log.post(
        RoomName.TENANT,
        "general",
        new RoomPost(
            id, Instant.EPOCH, ann, id, Reply.Tone.ANSWER, Optional.empty(), Optional.empty()));
  }

  @Test
  @DisplayName(
      "is read once for all that ask while another reading runs, and holds the latest post")
  void shared() throws Exception {
    log.readable = new CountDownLatch(1);
    Page first = page("general");
    await().atMost(10, SECONDS).until(() -> log.reads.get() == 1);
    List<Page> others = Stream.generate(() -> page("general")).limit(50).toList();
    await()
        .atMost(10, SECONDS)
        .until(
            () -> others.stream().allMatch(it -> it.thread().getState() == Thread.State.WAITING));
    post("heard of by the others");

    log.readable.countDown();

    first.reading().get();
    for (Page other : others) {
      assertThat(other.reading().get().posts()).extracting("id").contains("heard of by the others");
    }
    assertThat(log.reads).hasValue(2);
  }

  @Test
  @DisplayName("is read anew by whoever comes later")
  void anew() throws Exception {
    RoomJson.Reading before = readings.after("general", "");
    post("later");
    RoomJson.Reading after = readings.after("general", "");

    assertThat(before.posts()).isEmpty();
    assertThat(after.posts()).hasSize(1);
  }

  @Test
  @DisplayName("can be read again after it could not be")
  void failed() throws Exception {
    log.away = true;
    assertThatThrownBy(() -> readings.after("general", ""))
        .isInstanceOf(StoreUnavailableException.class);
    log.away = false;

    assertThat(readings.after("general", "").posts()).isEmpty();
  }
}
