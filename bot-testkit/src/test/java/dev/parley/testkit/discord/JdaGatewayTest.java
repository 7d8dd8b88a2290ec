package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JDA, when the fake Discord makes it hard,")
class JdaGatewayTest {
  private static final EnumSet<GatewayIntent> ALL =
      EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> closed = new ConcurrentLinkedQueue<>();
  private FakeDiscord discord = FakeDiscord.start();

  @AfterEach
  void close() {
    discord.close();
  }

  private final class Listener extends ListenerAdapter {
    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (!event.getAuthor().isBot()) {
        heard.add(event.getMessage().getContentRaw());
      }
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
      closed.add(event.getCloseCode() == null ? 0 : event.getCloseCode().getCode());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      closed.add(event.getCode());
    }
  }

  @Test
  @DisplayName("resumes after being asked to come again, and after a broken connection")
  void resumes() throws InterruptedException {
    DiscordChannel general = discord.guild("Home").channel("general");
    DiscordPerson ada = discord.guild("Home").person("ada");
    try (JdaBot _ = new JdaBot(discord, ALL, new Listener()).ready()) {
      discord.reconnect();
      ada.says(general, "one");
      await().until(() -> discord.resumptions() == 1);
      ada.says(general, "two");
      await().until(() -> heard.size() == 2);
      discord.terminate();
      ada.says(general, "three");
      await().until(() -> discord.resumptions() == 2);
      await().until(() -> heard.size() == 3);

      assertThat(heard).containsExactly("one", "two", "three");
      assertThat(discord.identifications()).isOne();
    }
  }

  @Test
  @DisplayName("gives up where it asks for more than it may read")
  void refused() {
    discord.close();
    discord = FakeDiscord.start(DiscordRules.withoutLimits().withContentGranted(false));
    try (JdaBot bot = new JdaBot(discord, ALL, new Listener())) {
      await().until(() -> bot.jda().getStatus() == JDA.Status.SHUTDOWN);

      assertThat(closed).contains(4014);
    }
  }

  @Test
  @DisplayName("tells several instances with one token the same")
  void instances() throws InterruptedException {
    DiscordChannel general = discord.guild("Home").channel("general");
    try (JdaBot _ = new JdaBot(discord, ALL, new Listener()).ready();
        JdaBot _ = new JdaBot(discord, ALL, new Listener()).ready()) {
      discord.guild("Home").person("ada").says(general, "hello");

      await().until(() -> heard.size() == 2);
      assertThat(discord.sessions()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("keeps to the limits that the headers tell, and asks again after a 429")
  void limits() throws InterruptedException {
    discord.close();
    DiscordRules.Limit two = new DiscordRules.Limit(2, Duration.ofMillis(500));
    String create = "POST /channels/{}/messages";
    discord =
        FakeDiscord.start(
            DiscordRules.limited()
                .withLimits(DiscordRules.limited().limits().withBuckets(Map.of(create, two))));
    DiscordChannel general = discord.guild("Home").channel("general");
    try (JdaBot bot = new JdaBot(discord, ALL).ready()) {
      TextChannel channel = bot.jda().getTextChannelById(general.id());
      discord.failNext(create, new ApiFault.RateLimited(Duration.ofMillis(200), false));
      List<RestAction<Message>> sent =
          List.of("1", "2", "3", "4", "5").stream()
              .<RestAction<Message>>map(channel::sendMessage)
              .toList();

      RestAction.allOf(sent).submit().orTimeout(10, TimeUnit.SECONDS).join();

      assertThat(general.botMessages()).hasSize(5);
      assertThat(discord.rateLimited()).isOne();
    }
  }

  @Test
  @DisplayName("sends a message once where the answer gets lost and the nonce is the same")
  void nonces() throws InterruptedException {
    DiscordChannel general = discord.guild("Home").channel("general");
    try (JdaBot bot = new JdaBot(discord, ALL).ready()) {
      TextChannel channel = bot.jda().getTextChannelById(general.id());
      discord.failNext("POST /channels/{}/messages", new ApiFault.StatusAfterwards(500));

      for (int attempt = 0; attempt < 2; attempt++) {
        channel
            .sendMessage("once")
            .setNonce("42")
            .addFiles(FileUpload.fromData(new byte[] {65}, "a.txt").setDescription("an A"))
            .submit()
            .handle((_, _) -> "")
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
      }

      assertThat(general.botMessages())
          .singleElement()
          .satisfies(it -> assertThat(it.files().getFirst().description()).isEqualTo("an A"));
      assertThat(discord.calls("POST /channels/{}/messages")).hasSize(2);
    }
  }

  @Test
  @DisplayName("asks again by itself where a server is away, and is not doubled")
  void asksAgain() throws InterruptedException {
    DiscordChannel general = discord.guild("Home").channel("general");
    try (JdaBot bot = new JdaBot(discord, ALL).ready()) {
      TextChannel channel = bot.jda().getTextChannelById(general.id());
      discord.failNext("POST /channels/{}/messages", new ApiFault.StatusAfterwards(503));

      channel.sendMessage("1").setNonce("1").submit().orTimeout(10, TimeUnit.SECONDS).join();

      assertThat(general.botMessages()).hasSize(1);
      assertThat(discord.calls("POST /channels/{}/messages")).hasSize(2);
    }
  }

  @Test
  @DisplayName("finds what it has not heard in the history, and fetches attachments")
  void catchesUp() throws InterruptedException {
    DiscordChannel general = discord.guild("Home").channel("general");
    DiscordPerson ada = discord.guild("Home").person("ada");
    SaidMessage known = ada.says(general, "known");
    ada.shares(general, "missed", new SharedFile("a.txt", "text/plain", new byte[] {65}));
    try (JdaBot bot = new JdaBot(discord, ALL).ready()) {
      TextChannel channel = bot.jda().getTextChannelById(general.id());

      List<Message> missed =
          channel.getHistoryAfter(known.id(), 100).complete().getRetrievedHistory();

      assertThat(missed).singleElement().matches(it -> it.getContentRaw().equals("missed"));
      assertThat(missed.getFirst().getAttachments().getFirst().getProxy().download().join())
          .hasContent("A");
    }
  }
}
