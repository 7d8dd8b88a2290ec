package dev.parley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.MessageId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("What Discord knows a message of an answer again by")
final class NonceTest {
  @Property(tries = 500)
  @Label("fits, and is the same on every instance")
  void fits(
      @ForAll @LongRange(min = 1) long turn,
      @ForAll @IntRange(max = 9) int number,
      @ForAll String content) {
    MessageId id = new MessageId(Long.toString(turn));

    String nonce = Nonce.of(id, content, number);

    assertThat(nonce).hasSizeBetween(1, 25).isEqualTo(Nonce.of(id, content, number));
  }

  @Property(tries = 200)
  @Label("differs by turn and by part; the first part has one whatever it says")
  void differs(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE - 1) long turn) {
    MessageId id = new MessageId(Long.toString(turn));
    MessageId next = new MessageId(Long.toString(turn + 1));

    assertThat(Nonce.of(id, "a", 0))
        .isEqualTo(Nonce.of(id, "b", 0))
        .isNotEqualTo(Nonce.of(id, "a", 1))
        .isNotEqualTo(Nonce.of(next, "a", 0));
    assertThat(Nonce.of(id, "a", 1)).isNotEqualTo(Nonce.of(id, "b", 1));
  }
}
