package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JDA, against the fake Discord,")
class JdaMessagesTest {
  private static final EnumSet<GatewayIntent> ALL =
      EnumSet.of(
          GatewayIntent.GUILD_MESSAGES,
          GatewayIntent.DIRECT_MESSAGES,
          GatewayIntent.MESSAGE_CONTENT);

  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    discord.close();
  }

  private final class Listener extends ListenerAdapter {
    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (event.getAuthor().isBot()) {
        return;
      }
      Message message = event.getMessage();
      heard.add("said " + message.getContentRaw());
      message
          .reply("You said " + message.getContentRaw())
          .setComponents(ActionRow.of(Button.danger("stop", "Stop")))
          .queue(it -> it.editMessage("Edited").setComponents().queue());
    }

    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
      if (!event.getAuthor().isBot()) {
        heard.add("edited " + event.getMessage().getContentRaw());
      }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
      heard.add("deleted " + event.getMessageId());
    }
  }

  @Test
  @DisplayName("logs in, hears people, replies with a button, and edits its reply")
  void talks() throws InterruptedException {
    try (JdaBot bot = new JdaBot(discord, ALL, new Listener()).ready()) {
      SaidMessage said = ada.says(general, "hello");

      await().until(() -> !said.replies().isEmpty());
      await().until(() -> said.replies().getFirst().text().equals("Edited"));
      ada.edits(said, "hello again");
      ada.deletes(said);
      await().until(() -> heard.size() == 3);

      assertThat(heard).containsExactly("said hello", "edited hello again", "deleted " + said.id());
      assertThat(general.botMessages())
          .singleElement()
          .satisfies(it -> assertThat(it.edits()).isEqualTo(1))
          .satisfies(it -> assertThat(it.buttons()).isEmpty());
      assertThat(bot.jda().getGuilds()).hasSize(1);
      assertThat(discord.sessions()).isOne();
      assertThat(discord.calls("POST /channels/{}/messages")).hasSize(1);
    }
  }

  @Test
  @DisplayName("hears direct messages, threads, forum posts, forwards and files")
  void places() throws InterruptedException {
    try (JdaBot _ = new JdaBot(discord, ALL, new Listener()).ready()) {
      SaidMessage dm = ada.says(ada.dm(), "in private");
      await().until(() -> !dm.replies().isEmpty());
      DiscordChannel thread = ada.startsThread(ada.says(general, "root"), "A thread");
      SaidMessage inThread = ada.says(thread, "in a thread");
      SaidMessage post = ada.posts(guild.forum("help", "bug"), "Broken", "it is broken", "bug");
      SaidMessage forwarded = ada.forwards(dm, general);
      SaidMessage file =
          ada.shares(general, "a file", new SharedFile("a.txt", "text/plain", new byte[] {65}));

      for (SaidMessage said : List.of(inThread, post, forwarded, file)) {
        await().until(() -> !said.replies().isEmpty());
      }

      assertThat(post.channel().appliedTags()).containsExactly("bug");
      assertThat(heard).contains("said in private", "said in a thread", "said it is broken");
    }
  }
}
