package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import dev.parley.turn.Cancellation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The running turns of an instance")
class RunningTurnsTest {
  private static final TurnRef TURN =
      new TurnRef(
          new ConversationId(new TenantId(new PlatformName("web"), "T1"), "general"),
          new MessageId("m1"));
  private static final Lease OLDER = new Lease(TURN, 1);
  private static final Lease NEWER = new Lease(TURN, 2);

  private final RunningTurns running = new RunningTurns(2);

  @Test
  @DisplayName("Of two runs of one turn, the older one ends and the newer one goes on")
  void newerRun() {
    Cancellation older = running.begin(OLDER);

    Cancellation newer = running.begin(NEWER);

    assertThat(older.cause()).contains(Cancellation.Cause.LOST);
    assertThat(newer.cause()).isEmpty();
    assertThat(running.leases()).containsExactly(NEWER);
  }

  @Test
  @DisplayName("The loss of an older lease is no reason to end the run by a newer one")
  void olderLease() {
    Cancellation newer = running.begin(NEWER);

    running.lose(OLDER);
    running.end(OLDER);

    assertThat(newer.cause()).isEmpty();
    assertThat(running.leases()).containsExactly(NEWER);
  }

  @Test
  @DisplayName("A run ends when its own lease is lost")
  void ownLease() {
    Cancellation cancellation = running.begin(NEWER);

    running.lose(NEWER);

    assertThat(cancellation.cause()).contains(Cancellation.Cause.LOST);
  }

  @Test
  @DisplayName("Work that found no room is looked for once room is free")
  void room() {
    assertThat(running.reserve(3)).isEqualTo(2);
    assertThat(running.reserve()).isFalse();

    assertThat(running.free(1)).isTrue();
    assertThat(running.free(1)).isFalse();
  }
}
