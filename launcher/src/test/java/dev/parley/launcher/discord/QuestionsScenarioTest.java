package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In Discord, the bot's process")
@ExtendWith(SharedTown.class)
class QuestionsScenarioTest extends DiscordScenario {
  private static final String COLOUR = "My favourite colour is green";
  private static final String ASKED_BACK = "What did I say about the colour?";

  QuestionsScenarioTest(DiscordTown town) {
    super(town);
  }

  @Test
  @DisplayName("answers a mention by a reply, once, however often it is told of it")
  void mentioned() {
    DiscordChannel channel = town.guild.channel("mentions");
    SaidMessage question = town.ann.says(channel, mention("Say hello"));
    question.redeliver();

    ShownMessage answer = answered(question);
    question.redeliver();
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(wording(answer)).isEqualTo("hello");
    assertThat(answer.labels()).contains(AGAIN, DELETE);
    assertThat(channel.botMessages()).hasSize(2);
    assertThat(channel.typings()).isPositive();
  }

  @Test
  @DisplayName("answers direct messages, and knows what was said there")
  void direct() {
    DiscordPerson cleo = town.guild.person("Cleo");
    answered(cleo.says(cleo.dm(), COLOUR));

    ShownMessage answer = answered(cleo.says(cleo.dm(), ASKED_BACK));

    assertThat(answer.text()).contains(COLOUR);
    assertThat(cleo.dm().botMessages()).hasSize(2);
  }

  @Test
  @DisplayName("answers where the role that Discord made for it is mentioned")
  void role() {
    SaidMessage question =
        town.ann.says(
            town.guild.channel("roles"), town.guild.botRole().mention() + " Say at your service");

    assertThat(wording(answered(question))).isEqualTo("at your service");
  }

  @Test
  @DisplayName("answers a reply to one of its messages, with or without a ping")
  void repliedTo() {
    ShownMessage first =
        answered(town.ann.says(town.guild.channel("replies"), mention("Say hello")));

    ShownMessage second = answered(town.ann.replies(first, COLOUR));
    ShownMessage third = answered(town.ann.repliesQuietly(second, ASKED_BACK));

    assertThat(third.text()).contains(COLOUR);
  }

  @Test
  @DisplayName("knows what somebody else said in the message that a question replies to")
  void quoted() {
    SaidMessage said = town.bob.says(town.guild.channel("quotes"), "The build is red");

    ShownMessage answer = answered(town.ann.replies(said, mention("Any idea?")));

    assertThat(answer.text()).contains("in reply to Bob: The build is red");
  }

  @Test
  @DisplayName("goes on in a thread where it takes part, and leaves other talk alone")
  void followsThreads() {
    DiscordChannel channel = town.guild.channel("threads");
    DiscordChannel thread = town.ann.startsThread(channel, "Plans");
    answered(town.ann.says(thread, mention(COLOUR)));
    SaidMessage lunch = town.ann.says(channel, "Who comes to lunch?");
    DiscordChannel others = town.ann.startsThread(channel, "Lunch");
    town.bob.says(others, "I do");

    ShownMessage answer = answered(town.ann.says(thread, ASKED_BACK));
    answered(town.ann.says(channel, mention("Say hello")));

    assertThat(answer.text()).contains(COLOUR);
    assertThat(lunch.replies()).isEmpty();
    assertThat(others.botMessages()).isEmpty();
    assertThat(thread.botMessages()).hasSize(2);
    assertThat(channel.botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("begins a thread that is made of a question with the exchange that it hangs from")
  void threadOfQuestion() {
    SaidMessage question = town.ann.says(town.guild.channel("origins"), mention(COLOUR));
    answered(question);
    DiscordChannel thread = town.ann.startsThread(question, "Colours");

    ShownMessage answer = answered(town.ann.says(thread, mention(ASKED_BACK)));

    assertThat(answer.text()).contains(COLOUR);
    assertThat(answer.channel()).isEqualTo(thread);
  }

  @Test
  @DisplayName("answers a forum's post in the post, and what follows there without a mention")
  void forum() {
    DiscordChannel forum = town.guild.forum("help", "question");
    SaidMessage post = town.ann.posts(forum, "Colours", mention(COLOUR), "question");
    ShownMessage first = answered(post);

    ShownMessage second = answered(town.ann.says(post.channel(), ASKED_BACK));

    assertThat(first.channel()).isEqualTo(post.channel());
    assertThat(second.text()).contains(COLOUR);
  }

  @Test
  @DisplayName("answers all that is said in a channel that is set so")
  void always() {
    DiscordChannel channel = town.guild.channel("lobby");
    String told =
        town.admin
            .slash(channel, "settings set", Map.of("setting", "answers", "value", "always"))
            .awaitText(LIMIT);

    ShownMessage answer = answered(town.ann.says(channel, "Say I am here"));

    assertThat(told).contains("answers", "always");
    assertThat(wording(answer)).isEqualTo("I am here");
  }

  @Test
  @DisplayName("answers no bot, no webhook, no note of Discord's, no @everyone and not itself")
  void silent() {
    DiscordChannel channel = town.guild.channel("noise");
    List<SaidMessage> noise =
        List.of(
            channel.otherBotSays(mention("Say hello")),
            channel.webhookSays(mention("Say hello")),
            channel.notes(town.ann, 6),
            channel.notes(town.bob, 7),
            town.admin.says(channel, "@everyone Say hello"),
            town.ann.says(channel, "Say hello"));

    ShownMessage answer = answered(town.ann.says(channel, mention("Say " + mention("hello"))));
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(noise).allMatch(message -> message.replies().isEmpty());
    assertThat(answer.text()).contains("hello");
    assertThat(channel.botMessages()).hasSize(2);
  }
}
