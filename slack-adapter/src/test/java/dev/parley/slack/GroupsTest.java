package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The user groups of who speaks in Slack")
@Timeout(60)
class GroupsTest {
  private static final String LIST = "usergroups.list";

  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");
  private final String editors = harness.workspace.userGroup("editors", harness.ann);

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private void ask() {
    String mention = "<@" + harness.workspace.botUserId() + "> hi";
    assertThat(harness.ann.says(channel, mention).awaitDelivered(SlackHarness.LIMIT)).isTrue();
  }

  @Test
  @DisplayName("come along with messages, commands and questions by a command")
  void comeAlong() {
    harness.groupsWanted.set(true);

    ask();
    harness.ann.commands(channel, "/parley", "help").await(SlackHarness.LIMIT);
    harness.ann.commands(channel, "/ask", "What is new?").await(SlackHarness.LIMIT);

    assertThat(core.accepted()).hasSize(2).allMatch(it -> it.groups().contains(editors));
    assertThat(core.lines().getFirst().context().groups()).containsExactly(editors);
    assertThat(harness.slack.calls(LIST)).hasSize(1);
  }

  @Test
  @DisplayName("are not asked for while nothing depends on them")
  void unwanted() {
    ask();

    assertThat(core.accepted().getFirst().groups()).isEmpty();
    assertThat(harness.slack.calls(LIST)).isEmpty();
  }

  @Test
  @DisplayName("are none where an older installation lacks the scope, and not asked for again")
  void missingScope() {
    harness.groupsWanted.set(true);
    harness.slack.failNext(LIST, new ApiFault.Refused("missing_scope"));

    ask();
    ask();

    assertThat(core.accepted()).hasSize(2).allMatch(it -> it.groups().isEmpty());
    assertThat(harness.slack.calls(LIST)).hasSize(1);
  }
}
