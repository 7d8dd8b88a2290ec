package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mcp.wire.ServerPlace;
import dev.parley.tool.ToolEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a server's tool does to the world")
class TrustTest {
  private static McpServerSettings settings(boolean trustsHints, EffectRule... rules) {
    return new McpServerSettings(
        "shop",
        new ServerPlace.Program(List.of("shop"), Map.of()),
        List.of(new NamePattern("*")),
        List.of(),
        List.of(rules),
        trustsHints,
        List.of(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("is a change, whatever the server says")
  void untrusted() {
    assertThat(settings(false).effect("look", true, true)).isEqualTo(ToolEffect.CHANGES);
  }

  @Test
  @DisplayName("is what the server says where it is trusted")
  void trusted() {
    assertThat(settings(true).effect("look", true, false)).isEqualTo(ToolEffect.READS);
    assertThat(settings(true).effect("set", false, true)).isEqualTo(ToolEffect.SETS);
    assertThat(settings(true).effect("add", false, false)).isEqualTo(ToolEffect.CHANGES);
  }

  @Test
  @DisplayName("is what an admin says, the first that fits, also against a trusted server")
  void ruled() {
    McpServerSettings settings =
        settings(
            true,
            new EffectRule(new NamePattern("get_all"), ToolEffect.SETS),
            new EffectRule(new NamePattern("get_*"), ToolEffect.READS),
            new EffectRule(new NamePattern("*"), ToolEffect.CHANGES));

    assertThat(settings.effect("get_all", true, true)).isEqualTo(ToolEffect.SETS);
    assertThat(settings.effect("get_one", false, false)).isEqualTo(ToolEffect.READS);
    assertThat(settings.effect("look", true, true)).isEqualTo(ToolEffect.CHANGES);
  }

  @ParameterizedTest
  @CsvSource({
    "*, anything, true", "get_*, get_, true", "get_*, forget_x, false", "a.c, abc, false",
    "*_x, a_x, true", "*_x, a_xy, false", "a*b*c, a1b2c, true", "a*b*c, acb, false",
    "ab, abc, false"
  })
  @DisplayName("is said by patterns of names")
  void patterns(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  @DisplayName("is tried again at once, and then ever more rarely")
  void pace() {
    assertThat(Pace.USUAL.pause(1)).isZero();
    assertThat(Pace.USUAL.pause(2)).isBetween(Duration.ofMillis(700), Duration.ofMillis(1_300));
    assertThat(Pace.USUAL.pause(5)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
    assertThat(Pace.USUAL.pause(10_000)).isLessThanOrEqualTo(Duration.ofSeconds(72));
  }
}
