package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line that somebody typed or a button says")
class CommandsTest {
  private final List<CommandInvocation> runs = new ArrayList<>();
  private final Commands commands = new Commands(List.of(new Approving()));

  private final class Approving implements Command {
    @Override
    public CommandSpec spec() {
      return new CommandSpec(
          List.of("quota", "approve"),
          "Approves",
          List.of(CommandOption.text("request", "Which", true)),
          CommandSpec.Visibility.ASKER,
          CommandSpec.Access.MANAGERS);
    }

    @Override
    public Reply run(CommandInvocation invocation) {
      runs.add(invocation);
      return Reply.answer("Approved.");
    }
  }

  private static CommandInvocation by(boolean manager, Set<String> groups) {
    Place place =
        new Place(new TenantId(new PlatformName("web"), "local"), "1", Optional.empty(), false);
    return new CommandInvocation(
        List.of(), Map.of(), place, new Author(new UserId("3"), "Ann"), manager, groups);
  }

  @Test
  @DisplayName("runs as whoever is behind it, with the groups they are in")
  void asWhoever() {
    Reply reply = commands.runLine("/quota approve r7f3a", by(true, Set.of("G1", "G2")));

    assertThat(reply.markdown()).isEqualTo("Approved.");
    assertThat(runs.getFirst().options()).containsExactly(Map.entry("request", "r7f3a"));
    assertThat(runs.getFirst().groups()).containsExactlyInAnyOrder("G1", "G2");
  }

  @Test
  @DisplayName("does nothing for somebody who may not")
  void mayNot() {
    Reply reply = commands.runLine("/quota approve r7f3a", by(false, Set.of()));

    assertThat(reply.markdown()).startsWith("Only people who manage this place may use");
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "quota approve r7f3a", "xquota approve r7f3a", "/gone x"})
  @DisplayName("is answered in a plain sentence where it is no command, or none any more")
  void noCommand(String line) {
    assertThat(commands.runLine(line, by(true, Set.of())).markdown())
        .isEqualTo("There is no such command. `/help` lists those that there are.");
    assertThat(runs).isEmpty();
  }
}
