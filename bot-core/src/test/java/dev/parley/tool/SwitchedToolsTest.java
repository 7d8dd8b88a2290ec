package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tools that are not for everybody")
class SwitchedToolsTest {
  /// A tool of the platform `web`.
  private record Named(String name) implements Tool {
    @Override
    public ToolSpec spec() {
      return new ToolSpec(name, "Does something.", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ToolEffect effect() {
      return ToolEffect.READS;
    }

    @Override
    public boolean suits(ToolUser user) {
      return user.place().tenant().platform().value().equals("web");
    }

    @Override
    public ToolResult run(JsonNode arguments, ToolContext context) {
      return new ToolResult.Success(arguments);
    }
  }

  private static final ToolSource SOURCE =
      ToolSource.of(
          List.of(new Named("calculate"), new Named("git__push"), new Named("git__pull")));

  private static List<String> offered(String platform, String... off) {
    Author ann = new Author(new UserId("ann"), "Ann");
    Place place =
        new Place(new TenantId(new PlatformName(platform), "T1"), "x", Optional.empty(), true);
    return new Toolbox(List.of(new SwitchedTools(SOURCE, names(off))), Duration.ofSeconds(1))
            .open(
                new ToolUser(
                    place.conversation(SessionScope.CHANNEL, ann.id()), place, ann, Set.of()))
            .specs()
            .stream()
            .map(ToolSpec::name)
            .toList();
  }

  @Test
  @DisplayName("are turned off by name or by pattern, and known to be")
  void off() {
    SwitchedTools some = new SwitchedTools(SOURCE, names("git__*", "calc"));

    assertThat(offered("web")).containsExactly("calculate", "git__pull", "git__push");
    assertThat(offered("web", "calculate")).containsExactly("git__pull", "git__push");
    assertThat(offered("web", "git__*", "calc")).containsExactly("calculate");
    assertThat(offered("web", "*")).isEmpty();
    assertThat(some.absent())
        .extracting(AbsentTool::name)
        .containsExactly("git__push", "git__pull");
  }

  @Test
  @DisplayName("are not offered where they are of no use")
  void unfit() {
    assertThat(offered("slack")).isEmpty();
  }

  private static ToolNames names(String... patterns) {
    return new ToolNames(Stream.of(patterns).map(NamePattern::new).toList());
  }
}
