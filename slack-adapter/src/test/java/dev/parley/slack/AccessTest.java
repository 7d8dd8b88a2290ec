package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Person;
import dev.parley.slack.workspace.Person.Standing;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Guests and other companies' people")
@Timeout(60)
class AccessTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");
  private final String mention = "<@" + harness.workspace.botUserId() + "> tell me";

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private void refused(SlackPerson person, String why) {
    person.says(channel, mention).awaitDelivered(SlackHarness.LIMIT);
    person.says(channel, mention).awaitDelivered(SlackHarness.LIMIT);
    person.says(channel, "not to the bot").awaitDelivered(SlackHarness.LIMIT);

    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> !harness.workspace.ephemerals(channel, person).isEmpty());
    assertThat(harness.workspace.ephemerals(channel, person))
        .singleElement()
        .matches(told -> told.text().contains(why));
    assertThat(core.accepted()).isEmpty();
  }

  @Test
  @DisplayName("three hundred people who speak at once for the first time are all heard")
  void newcomers() {
    List<SaidMessage> said =
        IntStream.range(0, 300)
            .mapToObj(number -> harness.workspace.person("Person " + number))
            .toList()
            .stream()
            .map(person -> person.says(channel, mention))
            .toList();

    assertThat(said).allMatch(one -> one.awaitDelivered(SlackHarness.LIMIT));
    assertThat(core.accepted()).hasSize(300);
    assertThat(harness.slack.calls("users.info")).isEmpty();
  }

  @Test
  @DisplayName("commands, like questions, are refused in a channel that other companies share")
  void sharedChannelCommands() {
    harness.workspace.share(channel);
    harness.ann.commands(channel, "/parley", "help").await(SlackHarness.LIMIT);

    assertThat(harness.workspace.ephemerals(channel, harness.ann))
        .singleElement()
        .matches(told -> told.text().contains("shared with other companies"));
    assertThat(core.lines()).isEmpty();
  }

  @Test
  @DisplayName("are told once that they are not answered, and nothing of theirs is stored")
  void guests() {
    refused(harness.workspace.outsider("Gus", SlackPerson.Standing.GUEST), "guests");
  }

  @Test
  @DisplayName("are refused as members of a shared channel are, whoever writes there")
  void sharedChannel() {
    harness.workspace.share(channel);

    refused(harness.ann, "shared with other companies");
  }

  @Test
  @DisplayName("are refused where Slack does not tell who they are")
  void unknown() {
    harness.slack.failNext("users.list", new ApiFault.Refused("missing_scope"));
    harness.slack.failNext("users.info", new ApiFault.Refused("user_not_found"));

    refused(harness.ann, "could not find out");
  }

  @Test
  @DisplayName("are not confused with members of whom Slack tells late")
  void late() {
    harness.slack.failNext("users.list", new ApiFault.Refused("missing_scope"));
    harness.slack.failNext("users.info", new ApiFault.Slow(Duration.ofSeconds(2)));

    harness.ann.says(channel, mention);

    await().atMost(SlackHarness.LIMIT).until(() -> core.accepted().size() == 1);
    assertThat(harness.workspace.ephemerals(channel, harness.ann)).isEmpty();
  }

  @Test
  @DisplayName("cannot use commands either")
  void commands() {
    SlackPerson guest = harness.workspace.outsider("Gus", SlackPerson.Standing.GUEST);
    guest.commands(channel, "/parley", "help").await(SlackHarness.LIMIT);

    assertThat(harness.workspace.ephemerals(channel, guest))
        .singleElement()
        .matches(told -> told.text().contains("guests"));
    assertThat(core.lines()).isEmpty();
  }

  @Test
  @DisplayName("are answered where that is set")
  void allowed() {
    Access open = new Access(true, true);

    for (Standing standing : Standing.values()) {
      assertThat(open.refusal(new Person("P", false, standing), true)).isEmpty();
    }
    assertThat(new Access(true, false).refusal(new Person("P", false, Standing.GUEST), true))
        .isPresent();
    assertThat(new Access(false, true).refusal(new Person("P", false, Standing.STRANGER), false))
        .isPresent();
  }
}
