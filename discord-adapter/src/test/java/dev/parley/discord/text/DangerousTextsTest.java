package dev.parley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The judge of Discord's texts")
final class DangerousTextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@everyone",
        "a@here",
        "`<@12>`",
        "<@!12>",
        "<@&12>",
        "@every\u200bone",
        "\\@here",
        "&lt;@12>"
      })
  @DisplayName("sees who is called")
  void pings(String content) {
    assertThat(DangerousTexts.pings(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discord.gg/abc",
        "`DISCORD.GG/abc`",
        "https://discord.com/invite/abc",
        "<https://ptb.discordapp.com/invite/abc>",
        "https://a:b@discord.gg/abc",
        "https://discord%2egg/abc",
        "https://discord.gg./abc",
        "https://ｄiscord.gg/abc",
        "https://discord。gg/abc",
        "https://dis\u00adcord.gg/abc",
        "https://discord.com/a/../invite/abc",
        "[x](https://discord.gg:443/abc)"
      })
  @DisplayName("sees invitations")
  void invites(String content) {
    assertThat(DangerousTexts.invites(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:a)",
        "steam://run/1",
        "<discord://x>",
        "<mailto:a@b.test>",
        "[a.test](https://b.test)",
        "[see https://a.test](https://a.test.b.test)",
        "https://a.test@b.test"
      })
  @DisplayName("sees links that lead elsewhere than they say")
  void lures(String content) {
    assertThat(DangerousTexts.lures(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann@example.test", "List<@Nullable T>", "[a.test](https://www.a.test/b)"})
  @DisplayName("leaves alone what is harmless")
  void harmless(String content) {
    assertThat(DangerousTexts.pings(content)).isFalse();
    assertThat(DangerousTexts.invites(content)).isFalse();
    assertThat(DangerousTexts.lures(content)).isFalse();
  }
}
