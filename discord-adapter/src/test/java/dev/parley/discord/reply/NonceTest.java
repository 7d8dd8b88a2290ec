package dev.parley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.identity.MessageId;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("What Discord knows a message of an answer again by")
final class NonceTest {
  private static Page page(String content) {
    return Page.of(content, Under.MORE);
  }

  @Property(tries = 500)
  @Label("fits, and is the same on every instance")
  void fits(
      @ForAll @LongRange(min = 1) long turn,
      @ForAll @LongRange(min = 1) long gone,
      @ForAll @IntRange(max = 9) int number,
      @ForAll String content) {
    MessageId id = new MessageId(Long.toString(turn));
    Page anew = page(content).insteadOf(Long.toString(gone));

    String nonce = Nonce.of(id, page(content), number);

    assertThat(nonce).hasSizeBetween(1, 25).isEqualTo(Nonce.of(id, page(content), number));
    assertThat(Nonce.of(id, anew, number)).hasSizeBetween(1, 25).isNotEqualTo(nonce);
  }

  @Property(tries = 200)
  @Label("differs by turn and by part; the first part has one whatever it says")
  void differs(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE - 1) long turn) {
    MessageId id = new MessageId(Long.toString(turn));
    MessageId next = new MessageId(Long.toString(turn + 1));

    assertThat(Nonce.of(id, page("a"), 0))
        .isEqualTo(Nonce.of(id, page("b"), 0))
        .isNotEqualTo(Nonce.of(id, page("a"), 1))
        .isNotEqualTo(Nonce.of(next, page("a"), 0));
    assertThat(Nonce.of(id, page("a"), 1)).isNotEqualTo(Nonce.of(id, page("b"), 1));
  }

  @Example
  @Label("differs by the deleted message that the first part is posted instead of")
  void anew() {
    MessageId id = new MessageId("1300000000000000001");

    assertThat(Nonce.of(id, page("a").insteadOf("5"), 0))
        .isEqualTo(Nonce.of(id, page("b").insteadOf("5"), 0))
        .isNotEqualTo(Nonce.of(id, page("a").insteadOf("6"), 0));
  }
}
