package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.citation.Sources;
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
import dev.parley.tool.ToolResult;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
          Sources.NONE,
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
        new NoFiles(),
        new Cancellation());
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
  @DisplayName("is insisted on where a call follows that is not to run twice")
  void insisted() {
    List<String> noted = new ArrayList<>();
    AtomicInteger tries = new AtomicInteger();
    StoredRounds rounds =
        rounds(
            (lease, name, value) -> {
              if (tries.incrementAndGet() % 2 == 1) {
                throw new StoreUnavailableException("away", null);
              }
              noted.add(name);
            });

    rounds.insist(0, ROUND);
    rounds.begin(0, 0, "send");
    rounds.insist(0, 0, new ToolResult.Failure("full"));

    assertThat(noted).containsExactly("round-0", "round-0-call-0-begun", "round-0-call-0");
    assertThat(tries).hasValue(6);
  }

  @Test
  @DisplayName("lets no call begin where another instance owns the turn")
  void noCallOfAnother() {
    StoredRounds rounds =
        rounds(
            (lease, name, value) -> {
              throw new TurnLostException(lease);
            });

    assertThatThrownBy(() -> rounds.begin(0, 0, "send")).isInstanceOf(TurnLostException.class);
    assertThat(rounds.deeds().mustBeRemembered()).isFalse();
  }

  @Test
  @DisplayName("has its results noted only where it is noted itself")
  void noResultAlone() {
    List<String> noted = new ArrayList<>();
    StoredRounds rounds =
        rounds(
            (lease, name, value) -> {
              if (name.equals("round-0")) {
                throw new StoreUnavailableException("away", null);
              }
              noted.add(name);
            });

    rounds.keep(0, ROUND);
    rounds.keep(0, 0, new ToolResult.Failure("full"));

    assertThat(noted).isEmpty();
  }

  @Test
  @DisplayName("tells the next owner which calls had begun, and what came of them")
  void deeds() {
    Map<String, String> journal = new HashMap<>();
    StoredRounds first = rounds((_, name, value) -> journal.put(name, value), Map.of());
    first.insist(0, ROUND);
    first.begin(0, 10, "book");
    first.begin(0, 2, "send");
    first.insist(0, 2, new ToolResult.Success(JsonNodeFactory.instance.textNode("sent")));

    StoredRounds second = rounds((_, _, _) -> {}, journal);

    assertThat(second.hasBegun(0, 10)).isTrue();
    assertThat(second.hasBegun(0, 1)).isFalse();
    assertThat(second.deeds()).isEqualTo(first.deeds());
    assertThat(second.deeds().notes(false))
        .containsExactly(
            "Before this, send ran.",
            "I cannot say whether book ran: I was interrupted while it ran. Please look before you"
                + " ask for it again.");
    assertThat(second.deeds().notes(true)).hasSize(1);
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
