package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.discord.event.Places;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyAction.Style;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRole;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownButton;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A button that runs a command, and what is said unasked, in a server of Discord's")
@Timeout(60)
final class CommandButtonsTest {
  private static final String LONG = "/quota request " + "x".repeat(75);
  private static final Reply REPLY =
      Reply.notice("Enough for today.")
          .withActions(
              List.of(
                  new ReplyAction("Ask for more", LONG, Style.PRIMARY),
                  new ReplyAction("Ask again", LONG, Style.PLAIN),
                  new ReplyAction("Reset", "/session reset", Style.DANGER)));

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core =
      new RecordingHandler(
          spec(CommandSpec.Visibility.ASKER, "quota", "request"),
          spec(CommandSpec.Visibility.EVERYONE, "session", "reset"));
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);

  private static CommandSpec spec(CommandSpec.Visibility visibility, String... words) {
    return new CommandSpec(
        List.of(words), "Does it", List.of(), visibility, CommandSpec.Access.EVERYONE);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private ShownMessage answered() {
    SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
    try (ReplyChannel reply = Asked.heard(core, question).open(adapter)) {
      reply.finish(REPLY);
    }
    return question.answers().getLast();
  }

  private CommandInvocation pressed(DiscordPerson person, ShownMessage message, String label) {
    int before = core.lines().size();
    person.presses(message, label);
    await().atMost(DiscordHarness.LIMIT).until(() -> core.lines().size() > before);
    return core.lines().getLast().context();
  }

  private Place place(DiscordChannel channel, Optional<DiscordChannel> thread) {
    return new Place(
        Places.guild(harness.guild.id()),
        channel.id(),
        thread.map(it -> new MessageId(it.id())),
        false);
  }

  @Test
  @DisplayName("looks as it is meant, above what can be done about the answer")
  void looks() {
    ShownMessage answer = answered();

    assertThat(answer.labels()).startsWith("Ask for more", "Ask again", "Reset").contains("Again");
    assertThat(answer.buttons().subList(0, 3))
        .extracting(ShownButton::style)
        .containsExactly(1, 2, 4);
  }

  @Test
  @DisplayName("runs as who presses it, with their rights and roles")
  void asWhoPresses() {
    DiscordPerson boss = harness.guild.person("Boss", Permission.MANAGE_GUILD);
    DiscordRole editors = harness.guild.role("Editors");
    harness.guild.give(harness.ann, editors);
    ShownMessage answer = answered();

    CommandInvocation byAnn = pressed(harness.ann, answer, "Ask again");
    CommandInvocation byBoss = pressed(boss, answer, "Ask for more");

    assertThat(core.lines().getFirst().text()).isEqualTo(LONG);
    assertThat(byAnn.author().name()).isEqualTo("Ann");
    assertThat(byAnn.mayManage()).isFalse();
    assertThat(byAnn.groups()).containsExactly(editors.id());
    assertThat(byAnn.place()).isEqualTo(core.accepted().getLast().place());
    assertThat(byBoss.mayManage()).isTrue();
    assertThat(byBoss.groups()).doesNotContain(editors.id());
    assertThat(core.accepted().getLast().groups()).containsExactly(editors.id());
  }

  @Test
  @DisplayName("is answered for one pair of eyes, or for all where the command is")
  void visibility() {
    ShownMessage answer = answered();

    Interaction alone = harness.ann.presses(answer, "Ask for more");
    Interaction all = harness.ann.presses(answer, "Reset");

    assertThat(alone.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    assertThat(all.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    assertThat(alone.ephemeral()).isTrue();
    assertThat(all.ephemeral()).isFalse();
  }

  @Test
  @DisplayName("works where the bot must not write any more")
  void mayNotWrite() {
    ShownMessage answer = answered();
    harness.general.denyBot(Permission.SEND_MESSAGES);

    Interaction press = harness.ann.presses(answer, "Ask for more");

    assertThat(press.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
  }

  @Test
  @DisplayName("A post stands in its channel or thread; both have names")
  void posts() {
    SaidMessage root = harness.ann.says(harness.general, "Let us talk");
    DiscordChannel thread = harness.ann.startsThread(root, "Talk");

    adapter.post(place(harness.general, Optional.empty()), REPLY);
    adapter.post(place(harness.general, Optional.of(thread)), REPLY);

    assertThat(harness.general.botMessages()).hasSize(1);
    assertThat(thread.botMessages())
        .singleElement()
        .matches(message -> message.labels().size() == 3 && message.embedsSuppressed());
    assertThat(adapter.channelName(place(harness.general, Optional.empty()))).isEqualTo("#general");
  }

  @Test
  @DisplayName("A post is reported as unsaid where the bot must not write, or nobody is")
  void undelivered() {
    harness.general.denyBot(Permission.SEND_MESSAGES);
    DiscordPerson shy = harness.guild.person("Shy");
    shy.refusesMessages();

    assertThatThrownBy(() -> adapter.post(place(harness.general, Optional.empty()), REPLY))
        .isInstanceOf(DeliveryException.class);
    assertThatThrownBy(
            () -> adapter.tell(Places.guild(harness.guild.id()), new UserId(shy.id()), REPLY))
        .isInstanceOf(DeliveryException.class);
    adapter.tell(Places.guild(harness.guild.id()), new UserId(harness.ann.id()), REPLY);
    assertThat(harness.ann.dm().botMessages()).hasSize(1);
  }
}
