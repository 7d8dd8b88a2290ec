package dev.parley.launcher.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownButton;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.discord.ShownModal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, each kind of event")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptTest extends DiscordScenario {
  private static final String QUICK = "demo: {words-per-second: 0}\n";
  private static final String HELLO = "Hello";
  private static final String VALUE = "value";
  private static final String SETTING = "setting";
  private static final String QUESTION = "question";

  private final Transcript transcript = new Transcript();

  TranscriptTest() {
    super(DiscordTown.open());
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private static String golden() throws IOException {
    try (InputStream in = TranscriptTest.class.getResourceAsStream("transcript.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  @Test
  @DisplayName("has the same outcome as ever")
  void sameAsEver() throws Exception {
    town.bot(QUICK);

    messages();
    threads();
    answers();
    questionsByCommand();
    commands();
    dialogs();
    menus();

    assertThat(transcript.text()).isEqualTo(golden());
  }

  private SaidMessage marker(DiscordChannel channel) {
    return town.ann.says(channel, mention("Say that is all"));
  }

  private void messages() {
    DiscordChannel channel = town.guild.channel("general");
    transcript.said("a mention in a channel", town.ann.says(channel, mention(HELLO)));
    transcript.said(
        "a mention of its role",
        town.ann.says(channel, town.guild.botRole().mention() + " " + HELLO));
    transcript.ignored(
        "talk that is not for the bot", town.ann.says(channel, "Lunch?"), marker(channel));
    transcript.ignored(
        "a mention of everyone", town.ann.says(channel, "@everyone Lunch?"), marker(channel));
    transcript.ignored(
        "another bot's mention", channel.otherBotSays(mention(HELLO)), marker(channel));
    transcript.ignored("a webhook's mention", channel.webhookSays(mention(HELLO)), marker(channel));
    transcript.ignored("a note of Discord's", channel.notes(town.bob, 7), marker(channel));
    transcript.said("a direct message", town.ann.says(town.ann.dm(), HELLO));
    SaidMessage said = town.bob.says(channel, "The build is red");
    transcript.said("a reply with a mention", town.ann.replies(said, mention("Any idea?")));
    SharedFile text = new SharedFile("a.txt", "text/plain", "one two".getBytes(UTF_8));
    transcript.said("a file with a mention", town.ann.shares(channel, mention("Look"), text));
    transcript.said("a forwarded message", town.ann.forwards(said, town.bob.dm()));
  }

  private void threads() {
    DiscordChannel channel = town.guild.channel("threads");
    SaidMessage question = town.ann.says(channel, mention("My favourite colour is green"));
    answered(question);
    DiscordChannel thread = town.ann.startsThread(question, "Colours");
    transcript.said(
        "a mention in a thread of a question",
        town.ann.says(thread, mention("What did I say about the colour?")));
    transcript.said(
        "more in a thread where the bot takes part", town.ann.says(thread, "Say it again"));
    DiscordChannel forum = town.guild.forum("help");
    SaidMessage post = town.ann.posts(forum, "Colours", mention("Which one?"));
    transcript.said("a forum's post with a mention", post);
    transcript.said("more in the post", town.ann.says(post.channel(), "Say it again"));
  }

  private void answers() {
    DiscordChannel channel = town.guild.channel("answers");
    SaidMessage question = town.ann.says(channel, mention(HELLO));
    ShownMessage answer = answered(question);
    transcript.pressed("helpful is pressed", town.ann.presses(answer, rating(answer, "👍")));
    transcript.pressed("not helpful is pressed", town.bob.presses(answer, rating(answer, "👎")));
    transcript.pressed("another one presses again", town.bob.presses(answer, AGAIN));
    transcript.pressed("another one presses delete", town.bob.presses(answer, DELETE));
    town.ann.presses(answer, AGAIN);
    await().atMost(LIMIT).until(() -> question.replies().getFirst().edits() > answer.edits());
    transcript.said("the asker presses again", question);
    town.ann.presses(answered(question), DELETE);
    await().atMost(LIMIT).until(() -> channel.botMessages().isEmpty());
    transcript.did("the asker presses delete", "the answer is gone");
    DiscordChannel stories = town.guild.channel("stories");
    town.ann.says(stories, mention(STORY));
    transcript.heard("a question with a long answer", stories, 3);
  }

  private static String rating(ShownMessage answer, String emoji) {
    return answer.buttons().stream()
        .filter(button -> button.emoji().equals(emoji))
        .map(ShownButton::customId)
        .findFirst()
        .orElseThrow();
  }

  private void questionsByCommand() {
    DiscordChannel channel = town.guild.channel("asks");
    transcript.did("/ask", town.ann.slash(channel, "ask", Map.of(QUESTION, HELLO)));
    transcript.did(
        "/ask in private",
        town.ann.slash(channel, "ask", Map.of(QUESTION, HELLO, "private", true)));
    SharedFile text = new SharedFile("a.txt", "text/plain", "one two".getBytes(UTF_8));
    transcript.did(
        "/ask with a file", town.ann.slash(channel, "ask", Map.of(QUESTION, "Look", "file", text)));
    transcript.did(
        "/ask in direct messages", town.ann.slash(town.ann.dm(), "ask", Map.of(QUESTION, HELLO)));
  }

  private void commands() {
    DiscordChannel channel = town.guild.channel("commands");
    transcript.did("/help", town.ann.slash(channel, "help"));
    transcript.did("/session show", town.ann.slash(channel, "session show"));
    transcript.did("/session reset", town.ann.slash(channel, "session reset"));
    transcript.offered(
        "a value is typed",
        town.admin.completes(channel, "settings set", VALUE, "", Map.of(SETTING, "answers")));
    transcript.did(
        "/settings set",
        town.admin.slash(channel, "settings set", Map.of(SETTING, "answers", VALUE, "always")));
    transcript.pressed(
        "/settings set by somebody else",
        town.ann.slash(channel, "settings set", Map.of(SETTING, "answers", VALUE, "always")));
    transcript.said("talk in a channel where all is answered", town.ann.says(channel, HELLO));
    transcript.did(
        "/settings reset", town.admin.slash(channel, "settings reset", Map.of(SETTING, "answers")));
  }

  private void dialogs() {
    DiscordChannel channel = town.guild.channel("dialogs");
    ShownMessage shown =
        transcript.did("/settings show", town.admin.slash(channel, "settings show"));
    ShownModal persona =
        transcript.opened(
            "a persona is to be written", town.admin.presses(shown, "Write a persona"));
    transcript.did("it is sent", town.admin.submits(persona, Map.of(VALUE, "A pirate")));
    ShownModal any =
        transcript.opened(
            "a setting is to be changed", town.admin.presses(shown, "Change a setting"));
    transcript.did(
        "it is sent", town.admin.submits(any, Map.of(SETTING, "language", VALUE, "Deutsch")));
  }

  private void menus() {
    SaidMessage said = town.bob.says(town.guild.channel("menus"), "The build is red");
    ShownModal dialog = transcript.opened("Ask about this", town.ann.picks("Ask about this", said));
    transcript.did("it is sent", town.ann.submits(dialog, Map.of(QUESTION, "Why?")));
    DiscordChannel talk = town.guild.channel("talk");
    SaidMessage first = town.bob.says(talk, "The build is red since the new compiler is in use");
    town.ann.says(talk, "The network was down for most of the night, too");
    transcript.did("Summarise from here", town.ann.picks("Summarise from here", first));
  }
}
