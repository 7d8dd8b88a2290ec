package dev.parley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What people write in Discord")
final class DiscordMarkupTest {
  private record Known(
      Map<String, String> people, Map<String, String> roles, Map<String, String> channels)
      implements Names {
    @Override
    public Optional<String> person(String id) {
      return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<String> role(String id) {
      return Optional.ofNullable(roles.get(id));
    }

    @Override
    public Optional<String> channel(String id) {
      return Optional.ofNullable(channels.get(id));
    }
  }

  private final DiscordMarkup markup =
      new DiscordMarkup(
          "1",
          Set.of("2"),
          new Known(
              Map.of("1", "Parley", "10", "Ann"),
              Map.of("2", "Parley Bot", "20", "Team $1"),
              Map.of("30", "general")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          <@1> hello                          ¦ hello
          <@!1>, hello                        ¦ hello
          <@&2> hello                         ¦ hello
          '  <@1>: <@&2> hello'               ¦ hello
          <@1>                                ¦ ''
          hello <@1>, and <@&2>               ¦ hello @Parley, and @Parley Bot
          ask <@10>, <@!10> or <@11>          ¦ ask @Ann, @Ann or @11
          ask <@&20> or <@&21>                ¦ ask @Team $1 or @21
          in <#30> or <#31>                   ¦ in #general or #31
          so <:smile:40> <a:dance_2:41> :D    ¦ so :smile: :dance_2: :D
          at <t:1700000000> <t:1700000000:R>  ¦ at 2023-11-14T22:13:20Z 2023-11-14T22:13:20Z
          in <t:-1:d>                         ¦ in 1969-12-31T23:59:59Z
          at <t:99999999999999999:F>          ¦ at <t:99999999999999999:F>
          use </ask:50> or </set model:51>    ¦ use /ask or /set model
          see <id:browse> <id:linked-roles:6> ¦ see Browse Channels Linked Roles
          see <id:other>                      ¦ see <id:other>
          @everyone and @here                 ¦ @everyone and @here
          what is `<@10>` and ``a`<#30>``     ¦ what is `<@10>` and ``a`<#30>``
          ```<t:1:R>``` <#30>                 ¦ ```<t:1:R>``` #general
          \\<@10> and \\\\<@10>               ¦ \\<@10> and \\\\@Ann
          1 < 2 <https://a.test> **x**        ¦ 1 < 2 <https://a.test> **x**
          """)
  @DisplayName("is read as they see it")
  void plain(String written, String read) {
    assertThat(markup.plain(written)).isEqualTo(read);
  }
}
