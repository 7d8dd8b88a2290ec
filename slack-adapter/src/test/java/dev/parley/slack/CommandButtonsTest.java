package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyAction.Style;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A button that runs a command, in Slack")
@Timeout(60)
class CommandButtonsTest {
  private static final List<ReplyAction> ACTIONS =
      List.of(
          new ReplyAction("Ask for more", "/quota request r7f3a", Style.PRIMARY),
          new ReplyAction("Reset", "/session reset", Style.DANGER),
          new ReplyAction("Show", "/quota show", Style.PLAIN));

  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core =
      new RecordingHandler(
          spec(CommandSpec.Visibility.ASKER, "quota", "request"),
          spec(CommandSpec.Visibility.EVERYONE, "session", "reset"));
  private final String channel = harness.workspace.channel("general");

  private static CommandSpec spec(CommandSpec.Visibility visibility, String... words) {
    return new CommandSpec(
        List.of(words), "Does it", List.of(), visibility, CommandSpec.Access.EVERYONE);
  }

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private ShownMessage answered() {
    SaidMessage question =
        harness.ann.says(channel, "<@" + harness.workspace.botUserId() + "> tell me");
    assertThat(question.awaitDelivered(SlackHarness.LIMIT)).isTrue();
    finish();
    return harness.workspace.thread(channel, question.ts()).getLast();
  }

  private void finish() {
    InboundMessage message = core.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    ReplyTarget target =
        new ReplyTarget(turn, message, Optional.empty(), false, _ -> {}, FileContents.NONE);
    try (ReplyChannel reply = harness.adapter.replyTo(target)) {
      reply.finish(Reply.notice("Enough for today.").withActions(ACTIONS));
    }
  }

  private CommandInvocation pressed(SlackPerson person, ShownMessage message, String action) {
    int before = core.lines().size();
    person.presses(channel, message.ts(), action).await(SlackHarness.LIMIT);
    await().atMost(SlackHarness.LIMIT).until(() -> core.lines().size() > before);
    return core.lines().getLast().context();
  }

  private EphemeralMessage told(SlackPerson person) {
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> !harness.workspace.ephemerals(channel, person).isEmpty());
    return harness.workspace.ephemerals(channel, person).getLast();
  }

  @Test
  @DisplayName("looks as it is meant, above what can be done about the answer")
  void looks() {
    ShownMessage answer = answered();

    assertThat(Buttons.of(answer.wire()))
        .containsExactly(
            new Buttons("Ask for more", "parley_run_0", "/quota request r7f3a", "primary"),
            new Buttons("Reset", "parley_run_1", "/session reset", "danger"),
            new Buttons("Show", "parley_run_2", "/quota show", ""));
    assertThat(answer.wire().path("blocks").findValuesAsText("action_id"))
        .contains("parley_run_0", "parley_regenerate");
  }

  @Test
  @DisplayName("stays where the workspace does not take the buttons under answers")
  void olderWorkspace() {
    harness.slack.failNext("chat.postMessage", new ApiFault.Refused("invalid_blocks"));

    ShownMessage answer = answered();

    assertThat(Buttons.of(answer.wire())).hasSize(3);
    assertThat(answer.wire().path("blocks").findValuesAsText("action_id"))
        .doesNotContain("parley_regenerate");
  }

  @Test
  @DisplayName("runs as who presses it, with the rights that they have")
  void asWhoPresses() {
    SlackPerson ben = harness.workspace.person("Ben");
    SlackPerson boss = harness.workspace.outsider("Boss", SlackPerson.Standing.ADMIN);
    ShownMessage answer = answered();

    CommandInvocation byBen = pressed(ben, answer, "parley_run_0");
    CommandInvocation byBoss = pressed(boss, answer, "parley_run_0");

    assertThat(byBen.author().name()).isEqualTo("Ben");
    assertThat(byBen.mayManage()).isFalse();
    assertThat(byBoss.mayManage()).isTrue();
    assertThat(byBen.place()).isEqualTo(core.accepted().getLast().place());
  }

  @Test
  @DisplayName("is answered in its thread, for one pair of eyes or for all")
  void inItsThread() {
    ShownMessage answer = answered();

    pressed(harness.ann, answer, "parley_run_0");
    assertThat(told(harness.ann).threadTs()).isEqualTo(answer.threadTs());
    pressed(harness.ann, answer, "parley_run_1");

    await()
        .atMost(SlackHarness.LIMIT)
        .until(
            () ->
                harness
                    .workspace
                    .thread(channel, answer.threadTs())
                    .getLast()
                    .text()
                    .equals("Done."));
    assertThat(harness.workspace.ephemerals(channel, harness.ann)).hasSize(1);
  }

  @Test
  @DisplayName("says whatever it is made to say to the core, which knows what is a command")
  void forged() {
    core.answerCommandsWith(Reply.notice("There is no such command. `/help` lists them."));
    ShownMessage answer = answered();

    harness.ann.presses(channel, answer.ts(), "parley_run_0", "quota request");

    assertThat(told(harness.ann).text()).startsWith("There is no such command.");
    assertThat(core.lines().getLast().text()).isEqualTo("quota request");
  }

  @Test
  @DisplayName("does nothing for guests where they may not use the bot")
  void guest() {
    SlackPerson guest = harness.workspace.outsider("Gus", SlackPerson.Standing.GUEST);
    ShownMessage answer = answered();

    guest.presses(channel, answer.ts(), "parley_run_0");

    assertThat(told(guest).text()).contains("do not talk to guests");
    assertThat(core.lines()).isEmpty();
  }

  @Test
  @DisplayName("works where the bot must not write any more")
  void mayNotWrite() {
    ShownMessage answer = answered();
    harness.workspace.kickBot(channel);

    pressed(harness.ann, answer, "parley_run_0");

    assertThat(told(harness.ann).text()).isEqualTo("Done.");
  }

  @Test
  @DisplayName("comes along where an answer goes to its asker, its place being gone")
  void placeGone() {
    SaidMessage question =
        harness.ann.says(channel, "<@" + harness.workspace.botUserId() + "> tell me");
    assertThat(question.awaitDelivered(SlackHarness.LIMIT)).isTrue();
    harness.workspace.kickBot(channel);

    finish();

    ShownMessage direct = harness.workspace.messages(harness.workspace.dm(harness.ann)).getLast();
    assertThat(Buttons.of(direct.wire())).hasSize(3);
  }

  @Test
  @DisplayName("stands below the reply to a typed command, and takes its names as they are here")
  void typedCommand() {
    core.answerCommandsWith(Reply.notice("See `/quota request`.").withActions(ACTIONS));

    harness.ann.commands(channel, "/parley", "quota request").await(SlackHarness.LIMIT);
    EphemeralMessage reply = told(harness.ann);
    harness.ann.presses(channel, reply.ts(), "parley_run_2");

    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> harness.workspace.ephemerals(channel, harness.ann).size() == 2);
    assertThat(core.lines().getLast().text()).isEqualTo("/quota show");
    assertThat(told(harness.ann).text()).isEqualTo("See \"/parley quota request\".");
  }
}
