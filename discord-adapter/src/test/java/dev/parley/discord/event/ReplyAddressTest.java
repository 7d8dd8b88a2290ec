package dev.parley.discord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The address of a reply in Discord")
final class ReplyAddressTest {
  private static final String TOKEN = "aW50ZXJhY3Rpb246".repeat(14);

  private static ReplyAddress address(String title) {
    return new ReplyAddress(
        "1300000000000000001",
        Optional.empty(),
        "1300000000000000002",
        true,
        Optional.of(new ReplyAddress.Interaction(TOKEN, 1_800_000_000L, true, false)),
        title);
  }

  @Property(tries = 300)
  @Label("comes back as it was kept")
  void roundTrip(
      @ForAll @LongRange(min = 1) long id,
      @ForAll boolean flag,
      @ForAll @StringLength(max = 300) String title) {
    ReplyAddress address =
        new ReplyAddress(
            Long.toString(id),
            flag ? Optional.of("12") : Optional.empty(),
            "34",
            !flag,
            flag
                ? Optional.empty()
                : Optional.of(new ReplyAddress.Interaction(TOKEN, id, flag, !flag)),
            title);

    assertThat(ReplyAddress.of(address.text())).isEqualTo(address);
  }

  @Property(tries = 300)
  @Label("has a title of whole characters in one line, however long the question is")
  void title(@ForAll @StringLength(min = 150, max = 260) String title) {
    String kept = address("a".repeat(100) + title + "😀".repeat(100)).title();

    assertThat(kept).hasSizeLessThanOrEqualTo(200).doesNotContain("\n").endsWith("…");
    assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 2))).isFalse();
  }

  @Test
  @DisplayName("stays small, since every waiting message carries one")
  void small() {
    assertThat(address("x".repeat(1_000)).text()).hasSizeLessThan(600);
    assertThat(ReplyAddress.under("1", "2", "3").text()).hasSizeLessThan(60);
  }

  @Test
  @DisplayName("never shows the token that lets the bot answer")
  void secret() {
    assertThat(address("hi").toString()).doesNotContain(TOKEN);
  }

  @Test
  @DisplayName("of an older version is read, and of something else is not")
  void others() {
    assertThat(ReplyAddress.of("{\"c\":\"1\",\"u\":\"2\",\"later\":1}").channel()).isEqualTo("1");
    assertThatThrownBy(() -> ReplyAddress.of("C1:1700000000.1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
