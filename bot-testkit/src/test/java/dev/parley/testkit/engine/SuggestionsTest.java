package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandInvocation;
import dev.parley.command.Commands;
import dev.parley.command.SettingsSetCommand;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.testkit.inbox.InMemoryStorage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While people type a command, they are offered")
class SuggestionsTest {
  private static final List<String> SET = List.of("settings", "set");

  private final Commands commands =
      new Commands(
          List.of(
              new SettingsSetCommand(
                  new InMemoryStorage(Clock.systemUTC()).conversations(),
                  List.of("big", "small", "smaller"))));

  private List<String> offered(List<String> words, String option, Map<String, String> typed) {
    Place place =
        new Place(new TenantId(new PlatformName("discord"), "1"), "2", Optional.empty(), false);
    return commands.suggestions(
        option,
        new CommandInvocation(words, typed, place, new Author(new UserId("3"), "Ann"), false));
  }

  @Test
  @DisplayName("the choices that an option has, as far as they hold what is typed")
  void choices() {
    assertThat(offered(SET, "setting", Map.of("setting", "ANS"))).containsExactly("answers");
    assertThat(offered(SET, "setting", Map.of())).contains("model", "persona");
  }

  @Test
  @DisplayName("the values that the chosen setting may have")
  void values() {
    assertThat(offered(SET, "value", Map.of("setting", "model", "value", "small")))
        .containsExactly("small", "smaller");
    assertThat(offered(SET, "value", Map.of("setting", "scope")))
        .containsExactly("channel", "thread", "user");
  }

  @Test
  @DisplayName("nothing where anything may be said, or nothing is known")
  void nothing() {
    assertThat(offered(SET, "value", Map.of("setting", "persona"))).isEmpty();
    assertThat(offered(SET, "value", Map.of("setting", "unknown"))).isEmpty();
    assertThat(offered(SET, "value", Map.of())).isEmpty();
    assertThat(offered(List.of("no", "such"), "value", Map.of())).isEmpty();
  }
}
