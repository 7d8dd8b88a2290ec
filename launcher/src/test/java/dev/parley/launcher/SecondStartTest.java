package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A newcomer's bot, started without any settings,")
@Timeout(180)
class SecondStartTest {
  private static final String ROOM = "room";
  private static final Map<String, String> NOTHING_SET =
      Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
  private static final String HOW_MANY = "How many messages did we write?";

  @TempDir private Path folder;

  private BotProcess bot() {
    return BotProcess.start(folder, NOTHING_SET).awaitStart();
  }

  /// The end of a first start.
  private enum End {
    STOPPED {
      @Override
      void of(BotProcess bot) throws Exception {
        bot.pressCtrlC();
        assertThat(bot.exitCode()).isEqualTo(130);
      }
    },
    KILLED {
      @Override
      void of(BotProcess bot) throws Exception {
        bot.kill();
      }
    };

    abstract void of(BotProcess bot) throws Exception;
  }

  @Test
  @DisplayName("finds rooms, conversations and settings again after it was stopped")
  void stopped() throws Exception {
    assertAllIsFoundAgain(End.STOPPED);
  }

  @Test
  @DisplayName("finds rooms, conversations and settings again after it was killed")
  void killed() throws Exception {
    assertAllIsFoundAgain(End.KILLED);
  }

  private void assertAllIsFoundAgain(End end) throws Exception {
    List<String> said;
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "My name is Zoe");
      ann.awaitAnswers(ROOM, 1);
      ann.say(ROOM, "/settings set language German");
      ann.say(ROOM, "Repeat: so be it");
      said = ann.awaitAnswers(ROOM, 3);
      end.of(bot);
    }
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      List<String> shown = ann.answers(ROOM);
      ann.say(ROOM, HOW_MANY);
      String counted = ann.awaitAnswers(ROOM, said.size() + 1).getLast();
      String settings = ann.say(ROOM, "/settings show").body().toString();

      assertThat(shown).isEqualTo(said);
      assertThat(ann.questions(ROOM)).contains("My name is Zoe", "Repeat: so be it", HOW_MANY);
      assertThat(counted).contains("**3 messages** from people", "**2 answers** of mine");
      assertThat(settings).contains("German");
    }
  }

  @Test
  @DisplayName("stops a long answer when told to, and keeps what was there over a start")
  void stopsAnAnswer() throws Exception {
    String whatIsThere;
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Tell me a long story");
      ann.awaitGrowing(ROOM, "press");
      Visitor.Answer stopping = ann.stop(ROOM);
      whatIsThere = ann.awaitAnswers(ROOM, 1).getFirst();
      Visitor.Answer tooLate = ann.stop(ROOM);

      assertThat(stopping.status()).isEqualTo(202);
      assertThat(stopping.body().path("outcome").asText()).isEqualTo("stopping");
      assertThat(whatIsThere).contains("press").endsWith("_Stopped._");
      assertThat(tooLate.status()).isBetween(400, 409);
      End.STOPPED.of(bot);
    }
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      List<String> shown = ann.answers(ROOM);
      ann.say(ROOM, HOW_MANY);
      String counted = ann.awaitAnswers(ROOM, 2).getLast();

      assertThat(shown).containsExactly(whatIsThere);
      assertThat(counted).contains("**2 messages** from people", "**1 answer** of mine");
    }
  }
}
