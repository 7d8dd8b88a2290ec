package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A conversation's key")
class ConversationIdTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");

  record Spot(String channel, Optional<String> thread, Optional<String> user) {
    ConversationId key() {
      Place place = new Place(TENANT, channel, thread.map(MessageId::new), false);
      return user.isPresent()
          ? place.conversation(SessionScope.USER, new UserId(user.get()))
          : place.conversation(SessionScope.THREAD, new UserId("anybody"));
    }
  }

  @Property
  @Label("is the same for two spots only if they are the same spot")
  void isInjective(@ForAll("spots") Spot one, @ForAll("spots") Spot other) {
    assertThat(one.key().equals(other.key())).isEqualTo(one.equals(other));
  }

  @Property
  @Label("of the channel's scope is the same for each thread and person")
  void ofChannelScopeIsShared(@ForAll("spots") Spot spot) {
    Place inThread = new Place(TENANT, spot.channel(), spot.thread().map(MessageId::new), false);

    ConversationId key = inThread.conversation(SessionScope.CHANNEL, new UserId("ann"));

    assertThat(key)
        .isEqualTo(inThread.outsideThread().conversation(SessionScope.CHANNEL, new UserId("bob")));
  }

  @Provide
  Arbitrary<Spot> spots() {
    Arbitrary<String> id =
        Arbitraries.strings().withChars("ab/@%2F40{}:").ofMinLength(1).ofMaxLength(4);
    return Combinators.combine(id, id.optional(), id.optional()).as(Spot::new);
  }
}
