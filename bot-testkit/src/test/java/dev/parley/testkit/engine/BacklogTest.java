package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandInvocation;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.testkit.inbox.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("Called into a thread that others began")
@Timeout(60)
class BacklogTest {
  private static final Place THREAD = Said.thread("general", "root");
  private static final Backlog TOLD =
      new Backlog(
          List.of(
              new Backlog.Line(new MessageId("root"), Said.author("Bob"), "The build is red"),
              new Backlog.Line(new MessageId("r1"), Said.author("Cid"), "Since noon")),
          true);

  @Parameter Backing backing;
  private Scene scene;
  private BotInstance bot;

  @BeforeEach
  void open() {
    scene = new Scene(backing);
    bot = scene.bot();
    bot.platform().tells(TOLD);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void ask(String id) {
    bot.engine().onMessage(Said.message(id, THREAD, "Ada"));
    scene.awaitReply(id);
  }

  private List<String> lastPrompt() {
    return scene.model().requests().getLast().messages().stream().map(Scene::text).toList();
  }

  @Test
  @DisplayName("the bot reads it, once, and knows who said what from then on")
  void readsOnce() {
    ask("m1");
    List<String> first = lastPrompt();
    ask("m2");

    assertThat(first.getFirst()).isEqualTo("Bob: The build is red\n\nCid: Since noon");
    assertThat(first).last().isEqualTo("Ada: text of m1");
    assertThat(lastPrompt().getFirst()).isEqualTo(first.getFirst());
    assertThat(bot.platform().readings()).containsExactly("m1");
    assertThat(scene.wall().statuses("m1")).contains("Reading the thread …");
  }

  @Test
  @DisplayName("where it cannot be read, the model is told so, and the next turn tries again")
  void unreadable() {
    bot.platform().tells(Backlog.UNREADABLE);
    ask("m1");

    assertThat(lastPrompt().getFirst()).contains("cannot be read now");
    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("re: Ada: text of m1");
  }

  @Test
  @DisplayName("what was forgotten by a reset is not read again")
  void reset() {
    ask("m1");
    bot.engine()
        .onCommandLine(
            "/session reset",
            new CommandInvocation(List.of(), Map.of(), THREAD, Said.author("Ada"), true));
    ask("m2");

    assertThat(lastPrompt()).containsExactly("Ada: text of m2");
  }

  @Test
  @DisplayName("the bot reads nothing where it is asked at a thread's root, or out of threads")
  void roots() {
    Place own = Said.thread("general", "m1");
    InboundMessage root = Said.message("m1", own, "Ada");
    bot.engine().onMessage(root);
    bot.engine().onMessage(Said.message("m2"));
    scene.awaitReply("m1");
    scene.awaitReply("m2");

    assertThat(bot.platform().readings()).isEmpty();
  }
}
