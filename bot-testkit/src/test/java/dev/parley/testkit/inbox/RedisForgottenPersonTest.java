package dev.parley.testkit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.conversation.Compaction;
import dev.parley.conversation.Erased;
import dev.parley.conversation.Setting;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Feedback;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.redis.RedisStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who was forgotten")
class RedisForgottenPersonTest extends RedisTest {
  private static final TenantId TENANT = Said.tenant("T1");
  private static final Author ADA = Said.author("Ada");
  private static final Author BOB = Said.author("Bob");
  private static final String SECRET = Secrets.WORDS;
  private static final Attachment OF_ADA = file("what only Ada sent");
  private static final Attachment OF_BOTH = file("what both sent");

  private static RedisStore store;

  private final List<ClaimedTurn> running = new ArrayList<>();

  @BeforeAll
  static void openStore() {
    store = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void closeStore() {
    store.close();
  }

  private static Attachment file(String content) {
    AttachmentContent bytes = AttachmentContent.of(content.getBytes(UTF_8));
    return new Attachment("notes.txt", Attachment.TEXT, bytes.sha256(), bytes.size());
  }

  private void finishWith(ClaimedTurn claimed, Attachment... files) {
    inbox.answered(claimed.lease(), Said.REPLY, Optional.of(Said.turnWith(claimed, files)));
    inbox.done(claimed.lease(), Optional.empty(), false);
  }

  private static RoomPost post(
      String id, Author author, String text, Optional<String> turn, Attachment... files) {
    return new RoomPost(
        id,
        Said.THEN,
        author,
        text,
        Reply.Tone.ANSWER,
        turn,
        Optional.empty(),
        List.of(files).stream().map(file -> new ReplyFile(file, "a file")).toList(),
        List.of());
  }

  private static void keep(String content) {
    store
        .attachments(Duration.ofHours(1))
        .keep(TENANT, AttachmentContent.of(content.getBytes(UTF_8)));
  }

  private static boolean isKept(Attachment file) {
    return store.attachments(Duration.ofHours(1)).find(TENANT, file.sha256()).isPresent();
  }

  /// Ada and Bob in every corner that there is.
  private void livelyTenant() {
    Place direct = new Place(TENANT, "D1", Optional.empty(), true);
    Place ownScope = Said.channel("each-their-own");
    storage.conversations().override(direct, ADA.id(), Setting.PERSONA, SECRET);
    storage.conversations().override(ownScope, BOB.id(), Setting.SCOPE, "user");
    keep("what only Ada sent");
    keep("what both sent");

    finishWith(begin(Secrets.said("m1", Said.channel("general"))), OF_ADA, OF_BOTH);
    ClaimedTurn ofBob = begin(Said.message("b1", Said.channel("general"), "Bob"));
    finishWith(ofBob, OF_BOTH);
    store.pastTurns().rate(ofBob.lease().turn(), ADA.id(), Feedback.HELPFUL);
    finishWith(begin(Secrets.said("m2", Said.thread("general", "m1"))));
    finishWith(begin(Secrets.said("m3", direct)));
    finishWith(begin(Secrets.said("m4", ownScope)));
    finishWith(begin(Said.message("b2", ownScope, "Bob")));
    begin(Said.message("b3", Said.channel("busy"), "Bob"));
    wait(Secrets.said("m5", Said.channel("busy")));
    String entry = REDIS.command("LRANGE", key("waiting:busy"), "0", "-1").getFirst();
    REDIS.command("RPUSH", key("dead"), entry);
    REDIS.command("RPUSH", key("dead"), entry.replace("U-Ada", "U-Bob").replace(SECRET, "text"));
    summarised();
    rooms();
    uploads();
  }

  private static String key(String rest) {
    return "parley:{web/T1}:" + rest;
  }

  private void summarised() {
    finish(begin(Secrets.said("m6", Said.channel("long"))));
    ClaimedTurn second = begin(Said.message("b4", Said.channel("long"), "Bob"));
    inbox.answered(second.lease(), Said.REPLY, Optional.of(Said.turn(second)));
    inbox.done(second.lease(), Optional.of(new Compaction(1, "Ada told " + SECRET)), false);
  }

  private static Upload upload(Author author, String name) {
    Uploads uploads = store.uploads(UploadSettings.of(AttachmentSettings.DEFAULTS));
    Upload.Sender sender = new Upload.Sender("lounge", author.id());
    try {
      return ((UploadResult.Kept)
              uploads.keep(
                  TENANT,
                  new Upload.Offer(sender, name, "text/plain", 0),
                  new ByteArrayInputStream(name.getBytes(UTF_8))))
          .upload();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void uploads() {
    Uploads uploads = store.uploads(UploadSettings.of(AttachmentSettings.DEFAULTS));
    uploads.sent(TENANT, List.of(upload(ADA, SECRET + " sent"), upload(BOB, "of Bob, sent")));
    upload(ADA, SECRET + " unsent");
    upload(BOB, "of Bob, unsent");
  }

  private static void rooms() {
    RoomLog rooms = store.roomLog();
    Author bot = Said.author("the bot");
    rooms.post(TENANT, "lounge", post("p1", ADA, SECRET, Optional.empty()));
    rooms.post(TENANT, "lounge", post("r1", bot, "re: " + SECRET, Optional.of("p1"), OF_ADA));
    rooms.post(TENANT, "lounge", post("p2", BOB, "hello", Optional.empty()));
    rooms.post(TENANT, "lounge", post("r2", bot, "re: hello", Optional.of("p2")));
    rooms.post(TENANT, "alone", post("p3", ADA, SECRET, Optional.empty()));
    rooms.show(
        TENANT,
        "lounge",
        new RoomDraft("d1", "m7", "c", ADA.id().value(), Optional.empty(), "", SECRET));
  }

  @Test
  @DisplayName("is nowhere in Redis any more, and others are as before")
  void nowhere() {
    livelyTenant();
    assertThat(Secrets.everything(REDIS))
        .filteredOn(line -> line.contains(SECRET))
        .hasSizeGreaterThan(12);

    Erased erased = storage.personalRecords().forget(TENANT, ADA.id());

    // a running turn of Bob's notes whom it must not bring back, as long as it runs
    finish(claimed("busy"));
    assertThat(Secrets.everything(REDIS))
        .noneMatch(line -> line.contains(SECRET) || line.contains(ADA.id().value()));
    assertThat(erased.unfinished()).isZero();
    assertThat(erased.count(Erased.Kind.FILE)).isEqualTo(1);
    assertThat(erased.count(Erased.Kind.POST)).isEqualTo(3);
    assertThat(erased.count(Erased.Kind.UPLOAD)).isEqualTo(2);
    assertThat(REDIS.command("KEYS", key("upload:*"))).hasSize(2);
    assertThat(REDIS.command("HLEN", key("uploads"))).containsExactly("1");
    assertThat(isKept(OF_ADA)).isFalse();
    assertThat(isKept(OF_BOTH)).isTrue();
    assertThat(REDIS.command("LLEN", key("dead"))).containsExactly("1");
    assertThat(remembered(Said.general())).containsExactly("b1");
    assertThat(remembered(Said.channel("long").conversation(SessionScope.CHANNEL, BOB.id())))
        .containsExactly("b4");
    assertThat(store.roomLog().read(TENANT, "lounge", "", 10).posts())
        .extracting(RoomPost::id)
        .containsExactly("p2", "r2");
    assertThat(store.roomLog().rooms(TENANT, 10)).containsExactly("lounge");
    assertThat(begin(Said.message("b9", Said.channel("each-their-own"), "Bob")).conversation())
        .satisfies(own -> assertThat(ids(own)).containsExactly("b2"));
  }

  private ClaimedTurn claimed(String channel) {
    return running.stream()
        .filter(turn -> turn.firstMessage().place().channel().equals(channel))
        .findFirst()
        .orElseThrow();
  }

  @Override
  protected ClaimedTurn begin(InboundMessage message) {
    ClaimedTurn turn = super.begin(message);
    running.add(turn);
    return turn;
  }

  @Test
  @DisplayName("is out of a summary of which nobody knows whose words it holds")
  void unknownSummary() {
    summarised();
    String session = REDIS.command("KEYS", "*:session:long").getFirst();
    REDIS.command("HDEL", session, "summarised");
    finish(begin(Said.message("b5", Said.channel("long"), "Bob")));

    Erased erased = storage.personalRecords().forget(TENANT, Said.author("Eve").id());

    assertThat(erased.count(Erased.Kind.SUMMARY)).isEqualTo(1);
    assertThat(Secrets.everything(REDIS)).noneMatch(line -> line.contains("Ada told"));
  }

  @Test
  @DisplayName("takes along what an earlier try left of their files")
  void filesOfAnEarlierTry() {
    keep("what only Ada sent");
    REDIS.command("SADD", key("unnamed"), OF_ADA.sha256());

    assertThat(storage.personalRecords().forget(TENANT, ADA.id()).count(Erased.Kind.FILE))
        .isEqualTo(1);
    assertThat(isKept(OF_ADA)).isFalse();
    assertThat(REDIS.command("EXISTS", key("unnamed"))).containsExactly("0");
  }

  @Test
  @DisplayName("is found among very many keys, whatever the tenant is called")
  void manyKeys() {
    String odd = "T[1]*?\\^-x";
    IntStream.range(0, 1_500)
        .forEach(i -> REDIS.command("SET", "parley:{web/T1}:seen:x" + i, "\u001f\u001fgeneral"));
    finish(begin(Secrets.said("m1", Said.channel("general"))));
    finish(begin(Secrets.said("m2", Said.channelOf(odd, "general"))));

    assertThat(storage.personalRecords().forget(TENANT, ADA.id()).count(Erased.Kind.EXCHANGE))
        .isEqualTo(1);
    assertThat(
            storage
                .personalRecords()
                .forget(Said.tenant(odd), ADA.id())
                .count(Erased.Kind.EXCHANGE))
        .isEqualTo(1);
    assertThat(Secrets.everything(REDIS)).noneMatch(line -> line.contains(SECRET));
  }
}
