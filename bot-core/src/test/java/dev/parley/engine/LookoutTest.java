package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lookout of an instance")
class LookoutTest {
  private static final Duration OFTEN = Duration.ofMillis(30);
  private static final int TIMES = 3;
  private static final Lease LEASE =
      new Lease(
          new TurnRef(
              new ConversationId(new TenantId(new PlatformName("web"), "T1"), "general"),
              new MessageId("m1")),
          1);

  private final CountDownLatch claims = new CountDownLatch(TIMES);
  private final CountDownLatch renewals = new CountDownLatch(TIMES);
  private final RunningTurns running = new RunningTurns(1);

  /// An inbox whose classes are broken.
  private final Inbox broken =
      (Inbox)
          Proxy.newProxyInstance(
              Inbox.class.getClassLoader(),
              new Class<?>[] {Inbox.class},
              (proxy, method, arguments) -> answer(method.getName()));

  private Object answer(String method) {
    return switch (method) {
      case "leaseTime" -> OFTEN;
      case "listen" -> (Inbox.Subscription) () -> {};
      case "claimDue" -> failing(claims);
      case "renew" -> failing(renewals);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private static Object failing(CountDownLatch count) {
    count.countDown();
    throw new LinkageError("broken on purpose");
  }

  @Test
  @DisplayName("Looks for work again, however badly it failed")
  void looksAgain() throws InterruptedException {
    try (Lookout lookout = new Lookout(broken, Set.of(), running, turn -> {})) {
      lookout.begin(OFTEN);

      assertThat(claims.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @DisplayName("Renews leases again, however badly it failed")
  void renewsAgain() throws InterruptedException {
    running.begin(LEASE);
    try (Lookout lookout = new Lookout(broken, Set.of(), running, turn -> {})) {
      lookout.begin(Duration.ofHours(1));

      assertThat(renewals.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
