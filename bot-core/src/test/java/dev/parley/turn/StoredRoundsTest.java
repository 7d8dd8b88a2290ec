package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import dev.parley.inbox.TurnProgress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.model.FinishReason;
import dev.parley.model.RawContent;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A round that the model finished")
class StoredRoundsTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "T1");
  private static final ConversationId CONVERSATION = new ConversationId(TENANT, "general");
  private static final Lease LEASE = new Lease(new TurnRef(CONVERSATION, new MessageId("m1")), 1);
  private static final ModelRound ROUND =
      new ModelRound(
          "Let me see.",
          List.of(new Attachment("picture-1.png", "image/png", "ab12", 3)),
          new RawContent("{}"),
          List.of(),
          List.of(),
          FinishReason.COMPLETE,
          TokenUsage.NONE,
          "model-1");

  /// A journal in which nothing is replaced.
  private interface Rounds extends TurnJournal {
    @Override
    default void replace(Lease lease, String name, String value) {
      throw new AssertionError("rounds are recorded once");
    }
  }

  private static StoredRounds rounds(Rounds journal) {
    return rounds(journal, Map.of());
  }

  private static StoredRounds rounds(Rounds journal, Map<String, String> journaled) {
    InboundMessage message =
        new InboundMessage(
            new MessageId("m1"),
            new Place(TENANT, "general", Optional.empty(), true),
            new Author(new UserId("U1"), "Ada"),
            Addressing.DIRECT,
            "What time is it?",
            Instant.EPOCH,
            "here");
    return new StoredRounds(
        new ClaimedTurn(
            LEASE,
            List.of(message),
            Conversation.empty(CONVERSATION),
            Map.of(),
            new TurnProgress(0, false, journaled, Optional.empty(), false)),
        journal,
        new NoFiles());
  }

  private static final class NoFiles implements AttachmentStore {
    @Override
    public void keep(TenantId tenant, AttachmentContent content) {}

    @Override
    public Optional<AttachmentContent> find(TenantId tenant, String sha256) {
      return Optional.empty();
    }
  }

  @Test
  @DisplayName("comes back with its pictures to whoever takes the turn over")
  void comesBack() {
    Map<String, String> journal = new HashMap<>();

    rounds((_, name, value) -> journal.put(name, value), Map.of()).keep(0, ROUND);

    assertThat(rounds((_, _, _) -> {}, journal).recall(0)).contains(ROUND);
  }

  @Test
  @DisplayName("has no pictures where an older version noted it, and ignores what a newer one adds")
  void otherVersions() {
    String older =
        "{\"text\":\"Let me see.\",\"content\":\"{}\",\"calls\":[],\"results\":[],"
            + "\"reason\":\"COMPLETE\",\"usage\":{\"prompt\":0,\"cached\":0,\"output\":0,"
            + "\"thinking\":0,\"toolUse\":0},\"model\":\"model-1\",\"mood\":\"good\"}";

    ModelRound round = rounds((_, _, _) -> {}, Map.of("round-0", older)).recall(0).orElseThrow();

    assertThat(round.text()).isEqualTo("Let me see.");
    assertThat(round.pictures()).isEmpty();
  }

  @Test
  @DisplayName("is no reason to begin anew where the store is away and it cannot be noted")
  void storeAway() {
    StoredRounds rounds =
        rounds(
            (lease, name, value) -> {
              throw new StoreUnavailableException("away", null);
            });

    assertThatCode(() -> rounds.keep(0, ROUND)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is of no use where another instance owns the turn")
  void turnLost() {
    StoredRounds rounds =
        rounds(
            (lease, name, value) -> {
              throw new TurnLostException(lease);
            });

    assertThatThrownBy(() -> rounds.keep(0, ROUND)).isInstanceOf(TurnLostException.class);
  }
}
