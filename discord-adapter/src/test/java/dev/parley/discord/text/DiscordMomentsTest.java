package dev.parley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The bot's words about moments in Discord")
final class DiscordMomentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Until [2 PM](time:1795615200).  ¦ Until <t:1795615200:f> (<t:1795615200:R>).
          **[2 PM](time:1795615200)**     ¦ **<t:1795615200:f> (<t:1795615200:R>)**
          # [2 PM](time:1795615200)       ¦ # <t:1795615200:f> (<t:1795615200:R>)
          ![a [b](time:1)](https://a.test) ¦ [a b](https://a.test)
          [x](time:-1)                    ¦ x
          [x](time:999999999999)          ¦ x
          [x](time:1:f>)                  ¦ x
          """)
  @DisplayName("name a moment in each person's own time")
  void moments(String markdown, String shown) {
    assertThat(DiscordText.of(markdown)).isEqualTo(shown);
  }

  @Test
  @DisplayName("name moments in tables too, and have their words where there are no marks")
  void momentsElsewhere() {
    assertThat(DiscordText.of("|What|Until|\n|-|-|\n|Day|[2 PM](time:1795615200)|"))
        .isEqualTo("**What: Day**\n**Until:** <t:1795615200:f> (<t:1795615200:R>)");
    assertThat(DiscordText.words("Until [2 PM](time:1795615200).")).isEqualTo("Until 2 PM.");
  }

  @Property(tries = 2_000, seed = "20261125")
  @Label("name no time but a moment's, and nobody, whatever the model writes")
  void nothingBesideMoments(@ForAll("momentous") String text) {
    String shown = DiscordText.of(text);

    assertThat(shown).matches(safe -> !DangerousTexts.pings(safe), "pings nobody");
    assertThat(DiscordClient.reading(shown).tokens())
        .allMatch(token -> token.matches("<t:1795615200:[fR]>"));
  }

  @Provide
  Arbitrary<String> momentous() {
    return DangerousTexts.withMoments();
  }
}
