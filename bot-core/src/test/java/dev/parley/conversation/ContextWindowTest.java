package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The context window")
class ContextWindowTest {
  private static final Author ANN = new Author(new UserId("ann"), "Ann");
  private static final ConversationId HERE =
      new Place(new TenantId(new PlatformName("web"), "local"), "general", Optional.empty(), false)
          .conversation(SessionScope.CHANNEL, ANN.id());

  private final ContextWindow window = new ContextWindow(new ContextSettings(100, 40));

  @Test
  @DisplayName("gives all turns while they are within the limit")
  void givesAllWithinTheLimit() {
    List<Turn> turns = turns(10, 10);

    List<Turn> fitting = window.fit(new Conversation(HERE, Optional.empty(), turns));

    assertThat(fitting).isEqualTo(turns);
  }

  @Test
  @DisplayName("drops a whole block beyond the limit, so that few turns are left")
  void dropsABlock() {
    List<Turn> turns = turns(11, 10);

    int overdue = window.overdue(turns);

    assertThat(overdue).isEqualTo(7);
  }

  @Test
  @DisplayName("always keeps the latest turn, however long it is")
  void keepsTheLatest() {
    List<Turn> turns = turns(3, 1_000);

    List<Turn> fitting = window.fit(new Conversation(HERE, Optional.empty(), turns));

    assertThat(fitting).containsExactly(turns.getLast());
  }

  @Test
  @DisplayName("keeps the prompt's beginning the same for many turns after it dropped a block")
  void keepsTheBeginning() {
    List<Turn> turns = new ArrayList<>(turns(1, 10));
    int changes = 0;

    for (int turn = 1; turn < 100; turn++) {
      turns.add(turn("m" + turn, 10));
      int overdue = window.overdue(turns);
      turns.subList(0, overdue).clear();
      changes += overdue > 0 ? 1 : 0;
    }

    assertThat(changes).isBetween(1, 15);
  }

  private static List<Turn> turns(int count, int tokens) {
    return IntStream.range(0, count).mapToObj(number -> turn("t" + number, tokens)).toList();
  }

  private static Turn turn(String id, int tokens) {
    return new Turn(
        new MessageId(id),
        Instant.EPOCH,
        List.of(new Utterance(new MessageId(id), ANN, "?")),
        List.of(),
        "!",
        List.of(),
        "a-model",
        TokenUsage.NONE,
        tokens,
        Optional.empty());
  }
}
