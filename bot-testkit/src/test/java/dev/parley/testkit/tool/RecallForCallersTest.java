package dev.parley.testkit.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Place;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentMessages;
import dev.parley.platform.RecentWanted;
import dev.parley.recall.ReadRecentMessagesTool;
import dev.parley.recall.SearchConversationTool;
import dev.parley.testkit.inbox.InMemoryStorage;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSource;
import dev.parley.tool.Toolbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tools that look into conversations")
class RecallForCallersTest {
  private static final RecentMessages MESSAGES =
      new RecentMessages() {
        @Override
        public boolean knows(Place place) {
          return true;
        }

        @Override
        public Recent recent(RecentWanted wanted) {
          return new Recent.NotReadable("Nothing is read here.");
        }
      };

  @Test
  @DisplayName("are not there for callers who keep their conversation themselves")
  void notForCallers() {
    Clock clock = Clock.systemUTC();
    List<Tool> tools =
        List.of(
            new ReadRecentMessagesTool(MESSAGES, clock),
            new SearchConversationTool(
                new InMemoryStorage(clock).conversations(), MESSAGES::knows));
    Toolbox toolbox = new Toolbox(List.of(ToolSource.of(tools)), Duration.ofSeconds(5));

    assertThat(toolbox.all()).hasSize(2);
    assertThat(toolbox.forCallers().all()).isEmpty();
  }
}
