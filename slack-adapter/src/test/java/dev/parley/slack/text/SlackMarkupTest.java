package dev.parley.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What people write in Slack")
final class SlackMarkupTest {
  private final Map<String, String> names = Map.of("U1", "Ann");
  private final SlackMarkup markup =
      new SlackMarkup("UBOT", id -> Optional.ofNullable(names.get(id)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          <@UBOT> hello                       ¦ hello
          <@UBOT|parley>: hello               ¦ hello
          '  <@UBOT>, <@UBOT> hello'          ¦ hello
          hello <@UBOT>                       ¦ hello @UBOT
          ask <@U1> and <@U2|bob> and <@U3>   ¦ ask @Ann and @bob and @U3
          in <#C1|general> or <#C2>           ¦ in #general or #C2
          see <https://a.test/?b=1&amp;c=2>   ¦ see https://a.test/?b=1&c=2
          see <https://a.test|the docs>       ¦ see the docs (https://a.test)
          see <http://a.test|a.test>          ¦ see http://a.test
          to <mailto:a@b.test|a@b.test>       ¦ to a@b.test
          <!here> and <!subteam^S1|@team>     ¦ @here and @team
          <!subteam^S1>                       ¦ @group
          at <!date^1700000000^{date}|noon>   ¦ at noon
          1 &lt; 2 &amp;&amp; 3 &gt; 2        ¦ 1 < 2 && 3 > 2
          &amp;lt; stays                      ¦ &lt; stays
          `if (a &lt; b)` *bold*              ¦ `if (a < b)` *bold*
          """)
  @DisplayName("is read as they see it")
  void plain(String written, String read) {
    assertThat(markup.plain(written)).isEqualTo(read);
  }
}
