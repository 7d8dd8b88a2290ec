package dev.parley.launcher.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In Discord, an answer of the bot's process")
@ExtendWith(SharedTown.class)
class AnswersScenarioTest extends DiscordScenario {
  private static final int MOST_CHARACTERS = 2_000;
  private static final String WIDE_LINE = "0123456789".repeat(10);

  AnswersScenarioTest(DiscordTown town) {
    super(town);
  }

  private static String code(int lines) {
    return "```text\n"
        + IntStream.range(0, lines)
            .mapToObj(number -> number + "_" + WIDE_LINE)
            .collect(Collectors.joining("\n"))
        + "\n```";
  }

  @Test
  @DisplayName("grows by edits, with a button to stop it, and is whole in the end")
  void streams() {
    SaidMessage question =
        town.ann.says(town.guild.channel("streams"), mention("Say " + words(300)));

    ShownMessage growing = begun(question);
    await().atMost(LIMIT).until(() -> question.replies().getFirst().edits() > 1);
    ShownMessage answer = answered(question);

    assertThat(growing.labels()).containsExactly(STOP);
    assertThat(answer.id()).isEqualTo(growing.id());
    assertThat(wording(answer)).isEqualTo(words(300));
    assertThat(answer.labels()).contains(AGAIN, DELETE).doesNotContain(STOP);
  }

  @Test
  @DisplayName("is stopped by its asker, and what is there by then stays")
  void stopped() {
    SaidMessage question = town.ann.says(town.guild.channel("stops"), mention(STORY));

    town.ann.presses(begun(question), STOP);
    ShownMessage answer = answered(question);

    assertThat(answer.text()).contains("Stopped").doesNotContain("That was all of it");
    assertThat(answer.labels()).contains(AGAIN, DELETE);
  }

  @Test
  @DisplayName("follows a question that is changed before it is answered, in the same message")
  void changed() {
    SaidMessage question = town.ann.says(town.guild.channel("changes"), mention(STORY));
    String begun = begun(question).id();

    town.ann.edits(question, mention("Say cats"));
    await()
        .atMost(LIMIT)
        .until(() -> question.replies().stream().anyMatch(reply -> wording(reply).equals("cats")));
    ShownMessage answer = answered(question);

    assertThat(answer.id()).isEqualTo(begun);
    assertThat(question.channel().botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("stays as it is where its question is changed later, or only gets a preview")
  void changedLate() {
    DiscordChannel channel = town.guild.channel("late-changes");
    SaidMessage question = town.ann.says(channel, mention("Say dogs"));
    answered(question);

    question.showsPreview("https://example.org/");
    town.ann.edits(question, mention("Say cats"));
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(question.replies()).extracting(DiscordScenario::wording).containsExactly("dogs");
    assertThat(channel.botMessages()).hasSize(2);
  }

  @Test
  @DisplayName("goes with its question, where that is deleted while it is answered")
  void deleted() {
    DiscordChannel channel = town.guild.channel("deletions");
    SaidMessage question = town.ann.says(channel, mention(STORY));
    begun(question);

    town.ann.deletes(question);
    await().atMost(LIMIT).until(() -> channel.botMessages().isEmpty());
    ShownMessage next =
        answered(town.ann.says(channel, mention("How many messages did we write?")));

    assertThat(next.text()).contains("**1 message**");
    assertThat(channel.botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("in parts is deleted with all of them")
  void partsDeleted() {
    DiscordChannel channel = town.guild.channel("unwanted-parts");
    answered(town.ann.says(channel, mention("Say " + code(40))));
    await().atMost(LIMIT).until(() -> channel.botMessages().getLast().labels().contains(DELETE));

    town.ann.presses(channel.botMessages().getLast(), DELETE);

    await().atMost(LIMIT).until(() -> channel.botMessages().isEmpty());
  }

  @Test
  @DisplayName("comes in parts where it is long, with its code block opened again in each")
  void parts() {
    DiscordChannel channel = town.guild.channel("parts");
    SaidMessage question = town.ann.says(channel, mention("Say " + code(40)));

    answered(question);
    await().atMost(LIMIT).until(() -> channel.botMessages().getLast().labels().contains(AGAIN));
    List<ShownMessage> parts = channel.botMessages();

    assertThat(parts).hasSizeBetween(3, 4);
    assertThat(parts)
        .allMatch(part -> part.text().length() <= MOST_CHARACTERS)
        .extracting(DiscordScenario::wording)
        .allMatch(text -> text.startsWith("```text\n") && text.endsWith("\n```"));
    assertThat(parts.stream().map(ShownMessage::text).collect(Collectors.joining("\n")))
        .contains(IntStream.range(0, 40).mapToObj(number -> number + "_" + WIDE_LINE).toList());
    assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part.labels().isEmpty());
  }

  @Test
  @DisplayName("comes as a file beneath its beginning where it is very long")
  void file() {
    String text = code(100);
    SaidMessage question = town.ann.says(town.guild.channel("files"), mention("Say " + text));

    ShownMessage answer = answered(question);

    assertThat(question.channel().botMessages()).hasSize(1);
    assertThat(answer.text()).contains("0_" + WIDE_LINE, "The whole answer is in the file");
    assertThat(answer.text()).hasSizeLessThanOrEqualTo(MOST_CHARACTERS);
    assertThat(answer.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(new String(file.content(), UTF_8)).startsWith(text);
              assertThat(file.description()).isEqualTo("The whole answer");
            });
  }

  @Test
  @DisplayName("calls nobody but its asker, whatever the model says, and shows no previews")
  void harmless() {
    DiscordChannel channel = town.guild.channel("pings");
    String hostile =
        "@everyone @here %s %s https://evil.example/ [x](https://evil.example/a) discord.gg/abc"
            .formatted(town.bob.mention(), town.guild.botRole().mention());

    ShownMessage streamed =
        answered(town.ann.says(channel, mention("Say " + words(150) + " " + hostile)));
    ShownMessage answer = answered(town.ann.says(channel, mention("Say " + hostile)));

    assertThat(List.of(streamed, answer))
        .allMatch(message -> message.pings().stream().allMatch(town.ann.id()::equals))
        .allMatch(message -> message.unfurls().isEmpty())
        .allMatch(ShownMessage::embedsSuppressed);
  }
}
