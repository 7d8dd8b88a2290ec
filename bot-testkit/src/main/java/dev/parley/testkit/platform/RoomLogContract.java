package dev.parley.testkit.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.Author;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import dev.parley.platform.ToolStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every room log does. Each test has a tenant of its own, so one store serves all of them.
public abstract class RoomLogContract {
  private static final List<ToolStep> STEPS =
      List.of(
          new ToolStep("0-0", "Weather: Paris", ToolStep.State.DONE, ""),
          new ToolStep("0-1", "Page: a.example", ToolStep.State.FAILED, "took too long"));

  private final TenantId tenant = new TenantId(new PlatformName("web"), "t-" + UUID.randomUUID());

  /// A log whose rooms keep at least [#postsKept()] posts, and drop older ones some time.
  protected abstract RoomLog roomLog();

  /// The same rooms, as another instance of the bot sees them.
  protected abstract RoomLog roomLogOfAnotherInstance();

  /// How many posts the rooms of these logs keep at least; 10 to 100.
  protected abstract int postsKept();

  @Test
  @DisplayName("A post is there for every instance, whole, and posted twice it is there once")
  void postIsIdempotent() {
    RoomPost post =
        new RoomPost(
                "p1",
                Instant.parse("2026-11-22T10:15:30.123Z"),
                new Author(new UserId("u1"), "Änne \"O'Neil\""),
                "**hi**\n`x` 😀",
                Reply.Tone.NOTICE,
                Optional.of("turn"),
                Optional.of("thread"))
            .withSteps(STEPS);

    roomLog().post(tenant, "general", post);
    roomLogOfAnotherInstance().post(tenant, "general", post("p1", "another text"));

    assertThat(all("general").posts()).containsExactly(post);
  }

  @Test
  @DisplayName("A draft replaces the one before it, and hiding it takes it away")
  void draftIsReplaced() {
    RoomLog log = roomLog();
    RoomDraft thinking =
        new RoomDraft("d1", "m1", "general", "u1", Optional.of("th"), "thinking", "", STEPS);

    log.show(tenant, "general", thinking);
    List<RoomDraft> first = all("general").drafts();
    log.show(tenant, "general", draft("d1", "Hello"));
    log.show(tenant, "general", draft("d2", "Bonjour"));
    List<RoomDraft> second = all("general").drafts();
    log.hide(tenant, "general", "d1");
    log.hide(tenant, "general", "d1");

    assertThat(first).containsExactly(thinking);
    assertThat(second).containsExactlyInAnyOrder(draft("d1", "Hello"), draft("d2", "Bonjour"));
    assertThat(all("general").drafts()).containsExactly(draft("d2", "Bonjour"));
  }

  @Test
  @DisplayName("A post takes its draft away, even when it is repeated")
  void postTakesDraftAway() {
    RoomLog log = roomLog();

    log.show(tenant, "general", draft("a1", "Hel"));
    log.post(tenant, "general", post("a1", "Hello"));
    log.post(tenant, "general", post("a1", "Hello"));

    assertThat(all("general").drafts()).isEmpty();
    assertThat(texts(all("general"))).containsExactly("Hello");
  }

  @Test
  @DisplayName("A draft shown late, after its post, is ignored")
  void lateDraftIsIgnored() {
    roomLog().post(tenant, "general", post("a1", "Hello"));

    roomLogOfAnotherInstance().show(tenant, "general", draft("a1", "Hel"));

    assertThat(all("general").drafts()).isEmpty();
  }

  @Test
  @DisplayName("Reading on from a position gives each newer post once, in order")
  void readsOn() {
    RoomLog log = roomLog();
    List<String> seen = new ArrayList<>();

    String position = "";
    for (int number = 0; number < 6; number++) {
      log.post(tenant, "general", post("p" + number, "text " + number));
      if (number % 2 == 1) {
        RoomView view = log.read(tenant, "general", position, 10);
        seen.addAll(texts(view));
        position = view.position();
      }
    }
    RoomView rest = log.read(tenant, "general", position, 10);

    assertThat(seen).containsExactly("text 0", "text 1", "text 2", "text 3", "text 4", "text 5");
    assertThat(rest.posts()).isEmpty();
    assertThat(rest.position()).isEqualTo(position);
  }

  @Test
  @DisplayName("The position of an empty room finds its first post")
  void emptyRoomHasAPosition() {
    RoomView empty = all("general");
    roomLog().post(tenant, "general", post("p1", "first"));

    RoomView view = roomLog().read(tenant, "general", empty.position(), 10);

    assertThat(empty.posts()).isEmpty();
    assertThat(texts(view)).containsExactly("first");
  }

  @Test
  @DisplayName("Of more posts than asked for, the latest are given")
  void givesTheLatest() {
    RoomLog log = roomLog();
    IntStream.range(0, 5).forEach(n -> log.post(tenant, "general", post("p" + n, "text " + n)));

    RoomView view = log.read(tenant, "general", "", 2);

    assertThat(texts(view)).containsExactly("text 3", "text 4");
    assertThat(log.read(tenant, "general", view.position(), 2).posts()).isEmpty();
  }

  @Test
  @DisplayName("A position that no reading gave is the beginning")
  void unknownPositionIsTheBeginning() {
    roomLog().post(tenant, "general", post("p1", "first"));

    List<RoomView> views =
        List.of("no position", "-1", "1-2-3", "ü", "9".repeat(60)).stream()
            .map(position -> roomLog().read(tenant, "general", position, 10))
            .toList();

    assertThat(views).allSatisfy(view -> assertThat(texts(view)).containsExactly("first"));
  }

  @Test
  @DisplayName("Positions hold while old posts are dropped")
  void positionsSurviveTrimming() {
    RoomLog log = roomLog();
    log.post(tenant, "general", post("p0", "text 0"));
    String old = log.read(tenant, "general", "", 10).position();
    int last = 20 * postsKept();

    IntStream.rangeClosed(1, last)
        .forEach(n -> log.post(tenant, "general", post("p" + n, "text " + n)));
    RoomView view = log.read(tenant, "general", old, 100_000);
    log.post(tenant, "general", post("next", "next"));

    int kept = view.posts().size();
    assertThat(kept).isBetween(postsKept(), last - 1);
    assertThat(texts(view))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(last - kept + 1, last).mapToObj(n -> "text " + n).toList());
    assertThat(texts(log.read(tenant, "general", view.position(), 10))).containsExactly("next");
  }

  @Test
  @DisplayName("Rooms are listed by their latest post, newest first; drafts make no room")
  void roomsAreOrdered() {
    RoomLog log = roomLog();
    log.post(tenant, "first", post("p1", "x"));
    log.post(tenant, "second", post("p1", "x"));
    log.post(tenant, "third", post("p1", "x"));
    log.post(tenant, "first", post("p2", "x"));
    log.post(tenant, "second", post("p1", "again"));

    log.show(tenant, "quiet", draft("d1", "x"));

    assertThat(log.rooms(tenant, 10)).containsExactly("first", "third", "second");
    assertThat(log.rooms(tenant, 2)).containsExactly("first", "third");
  }

  @Test
  @DisplayName("Rooms and tenants see nothing of each other, whatever they are called")
  void roomsAreIsolated() {
    RoomLog log = roomLog();
    TenantId neighbour = new TenantId(tenant.platform(), tenant.id() + ":a");

    log.post(tenant, "a:b/c d", post("p1", "mine"));
    log.show(tenant, "a:b/c d", draft("d1", "mine"));
    log.post(tenant, "a", post("p1", "next door"));
    log.post(neighbour, "b/c d", post("p1", "the neighbour's"));

    assertThat(texts(all("a:b/c d"))).containsExactly("mine");
    assertThat(texts(all("a"))).containsExactly("next door");
    assertThat(all("a").drafts()).isEmpty();
    assertThat(log.rooms(neighbour, 10)).containsExactly("b/c d");
    assertThat(log.rooms(tenant, 10)).containsExactly("a", "a:b/c d");
  }

  @Test
  @DisplayName("Whoever follows a room hears of posts and drafts of any instance, until closed")
  void followHearsChanges() {
    AtomicInteger heard = new AtomicInteger();
    RoomLog.Following following = roomLog().follow(tenant, "general", heard::incrementAndGet);

    List<Runnable> changes =
        List.of(
            () -> roomLogOfAnotherInstance().show(tenant, "general", draft("d1", "Hel")),
            () -> roomLogOfAnotherInstance().post(tenant, "general", post("d1", "Hello")),
            () -> roomLog().show(tenant, "general", draft("d2", "Hel")),
            () -> roomLog().hide(tenant, "general", "d2"));
    changes.forEach(
        change -> {
          int before = heard.get();
          change.run();
          await().atMost(10, SECONDS).until(() -> heard.get() > before);
        });

    following.close();
    following.close();
  }

  @Test
  @DisplayName("Whoever closed, or follows another room, hears nothing")
  void followIsForOneRoom() {
    AtomicInteger witness = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger elsewhere = new AtomicInteger();
    roomLog().follow(tenant, "general", closed::incrementAndGet).close();

    try (RoomLog.Following other =
            roomLog().follow(tenant, "elsewhere", elsewhere::incrementAndGet);
        RoomLog.Following here = roomLog().follow(tenant, "general", witness::incrementAndGet)) {
      roomLog().post(tenant, "general", post("p1", "x"));
      await().atMost(10, SECONDS).until(() -> witness.get() > 0);
    }

    assertThat(closed).hasValue(0);
    assertThat(elsewhere).hasValue(0);
  }

  private RoomView all(String room) {
    return roomLogOfAnotherInstance().read(tenant, room, "", 1_000);
  }

  private static List<String> texts(RoomView view) {
    return view.posts().stream().map(RoomPost::markdown).toList();
  }

  private static RoomPost post(String id, String text) {
    return new RoomPost(
        id,
        Instant.parse("2026-11-22T10:00:00Z"),
        new Author(new UserId("u1"), "Ann"),
        text,
        Reply.Tone.ANSWER,
        Optional.empty(),
        Optional.empty());
  }

  private static RoomDraft draft(String id, String text) {
    return new RoomDraft(id, "m1", "general", "u1", Optional.empty(), "", text);
  }
}
