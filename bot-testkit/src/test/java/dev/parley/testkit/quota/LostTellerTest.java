package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.Announcer;
import dev.parley.engine.Platforms;
import dev.parley.engine.QuotaNotices;
import dev.parley.engine.QuotaNotices.Pace;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.UserId;
import dev.parley.inbox.Accepted;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.testkit.engine.BotInstance;
import dev.parley.testkit.engine.FakePlatform;
import dev.parley.testkit.engine.FakeWall;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("That a limit is nearly spent")
@Timeout(120)
class LostTellerTest {
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final Pace QUICK = new Pace(Duration.ofMillis(300), Duration.ofMillis(50));

  /// An instance that looks for nothing that it was not told of.
  private static final Pace LONELY = new Pace(Duration.ofMinutes(10), Duration.ofDays(1));

  private static final Place GENERAL = Said.channel("general");
  private static final UserId USER = new UserId("Ada");
  private static final Payer ADA = Bids.payer("T1", "C1", "Ada");
  private static final QuotaRules RULES = Bids.rules("each user: 1,000 tokens per day");

  private final QuotaRedis redis = new QuotaRedis();
  private final FakeWall wall = new FakeWall();
  private FakePlatform platform = platform(true);

  @AfterEach
  void stop() {
    redis.close();
  }

  private FakePlatform platform(boolean tells) {
    return new FakePlatform(
        new PlatformName("web"), new PlatformCapabilities(true, true, tells, true), wall);
  }

  private QuotaNotices instance(Pace pace) {
    QuotaNotices notices = new QuotaNotices(redis.otherStore().notices(), pace);
    Platforms platforms = new Platforms(List.of(platform));
    notices.begin(platforms, new Announcer(platforms, redis.store.quotaBook()));
    return notices;
  }

  private List<Crossing> spent(QuotaRules rules, int tokens) {
    return spent(Bids.booking(ADA), rules, tokens);
  }

  private List<Crossing> spent(Booking booking, QuotaRules rules, int tokens) {
    Reservation reserved =
        Bids.wanted(rules, booking, Instant.now(), tokens / 2, tokens / 2, 1, Bids.LONG);
    redis.reserved(reserved);
    return redis.reservations.settleWorst(reserved);
  }

  private Reply told() {
    Awaitility.await().atMost(HANG).until(() -> !wall.toldTo(USER).isEmpty());
    assertThat(wall.toldTo(USER)).hasSize(1);
    return wall.toldTo(USER).getFirst();
  }

  private void awaitNothingLeft() {
    Awaitility.await()
        .atMost(HANG)
        .until(() -> redis.server.command("KEYS", "*:notices*").isEmpty());
  }

  @Test
  @DisplayName("is told at once by the instance that settled, and to the person themself")
  void atOnce() {
    try (QuotaNotices notices = instance(LONELY)) {
      spent(RULES, 900).forEach(crossing -> notices.crossed(ADA, crossing));

      Reply words = told();

      assertThat(words.markdown())
          .startsWith("80% of your limit (1,000 tokens per day) are spent: 900 tokens.");
      assertThat(words.actions()).extracting(ReplyAction::label).containsExactly("Request more");
      awaitNothingLeft();
    }
  }

  @Test
  @DisplayName("is told by another instance where the one that settled is lost before")
  void lostBefore() {
    assertThat(spent(RULES, 900)).hasSize(1);

    try (QuotaNotices _ = instance(QUICK)) {
      assertThat(told().markdown()).startsWith("80%");
      awaitNothingLeft();
    }
    assertThat(wall.toldTo(USER)).hasSize(1);
  }

  @Test
  @DisplayName("is told by another instance where the one that took it is lost while it tells")
  void lostMeanwhile() {
    spent(RULES, 900);
    assertThat(redis.store.notices().take(ADA.tenant(), Duration.ofMillis(200))).isPresent();

    try (QuotaNotices _ = instance(QUICK)) {
      assertThat(told().markdown()).startsWith("80%");
      awaitNothingLeft();
    }
  }

  @Test
  @DisplayName("is told once where several instances look for it")
  void several() {
    try (QuotaNotices _ = instance(new Pace(Duration.ofMinutes(10), Duration.ofMillis(1)));
        QuotaNotices _ = instance(new Pace(Duration.ofMinutes(10), Duration.ofMillis(1)))) {
      spent(RULES, 500);
      spent(RULES, 300);
      spent(RULES, 200);

      Awaitility.await().atMost(HANG).until(() -> wall.toldTo(USER).size() >= 3);
      awaitNothingLeft();
    }
    assertThat(wall.toldTo(USER)).hasSize(3);
  }

  @Test
  @DisplayName("is told later where the platform is away, and never where it never can be")
  void undeliverable() {
    platform.failNext(new DeliveryException("away", true, null));
    spent(RULES, 900);

    try (QuotaNotices _ = instance(QUICK)) {
      assertThat(told().markdown()).startsWith("80%");
      awaitNothingLeft();

      platform.failNext(new DeliveryException("blocked", false, null));
      spent(RULES, 100);
      awaitNothingLeft();
    }
    assertThat(wall.toldTo(USER)).hasSize(1);
  }

  @Test
  @DisplayName("is told where they spent, without amounts, where nobody can be told alone")
  void inPlace() {
    platform = platform(false);
    Accepted accepted =
        redis.store.inbox(BotInstance.INBOX).accept(Said.message("m1", GENERAL, "*Ada*"), true);
    Booking asked = Bids.booking(((Accepted.Claimed) accepted).turn());
    spent(Bids.booking(ADA), RULES, 900);
    spent(asked, RULES, 900);

    try (QuotaNotices _ = instance(QUICK)) {
      awaitNothingLeft();
    }

    Reply words = assertThat(wall.postedIn(GENERAL)).singleElement().actual();
    assertThat(words.markdown())
        .startsWith("U-\\*Ada\\*, 80% of what you may spend per day is spent.")
        .doesNotContain("900", "1,000");
    assertThat(words.actions()).extracting(ReplyAction::label).containsExactly("Request more");
    assertThat(wall.toldTo(USER)).isEmpty();
  }

  @Test
  @DisplayName("is told to admins where the limit is a common one")
  void admins() {
    Place admins = Said.channelOf("T1", "admins");
    redis
        .store
        .quotaBook()
        .adminChannel(
            ADA.tenant(), Optional.of("admins"), new Deed(Instant.now(), USER, "Ada", "chose"));
    spent(Bids.rules("workspace: 1,000 tokens per day"), 600);

    try (QuotaNotices _ = instance(QUICK)) {
      awaitNothingLeft();
    }

    assertThat(wall.postedIn(admins))
        .extracting(Reply::markdown)
        .singleElement()
        .asString()
        .startsWith("50% of the limit of workspace (1,000 tokens per day) are spent: 600 tokens.");
    assertThat(wall.toldTo(USER)).isEmpty();
  }
}
