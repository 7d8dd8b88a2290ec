package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.slack.event.InboundMessages;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.RecordedCall;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the bot says unasked in Slack")
@Timeout(60)
class UnaskedPostsTest {
  private static final TenantId TENANT = new TenantId(InboundMessages.PLATFORM, "T1");
  private static final String POST = "chat.postMessage";
  private static final Reply REPLY = Reply.notice("Half of the budget is **spent**.");

  private final SlackHarness harness = SlackHarness.overHttp();
  private final String channel = harness.workspace.channel("general");

  @BeforeEach
  void start() {
    harness.adapter.start(new RecordingHandler());
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private Place place(Optional<String> thread) {
    return new Place(TENANT, channel, thread.map(root -> InboundMessages.id(channel, root)), false);
  }

  private void refused(boolean retriable) {
    assertThatThrownBy(() -> harness.adapter.post(place(Optional.empty()), REPLY))
        .isInstanceOfSatisfying(
            DeliveryException.class, failed -> assertThat(failed.retriable()).isEqualTo(retriable));
  }

  @Test
  @DisplayName("is one call that shows no previews and links no names")
  void calls() {
    harness.adapter.post(place(Optional.empty()), REPLY);

    RecordedCall call = harness.slack.calls(POST).getFirst();
    assertThat(call.argument("channel")).isEqualTo(channel);
    assertThat(call.argument("text")).isEqualTo("Half of the budget is spent.");
    assertThat(List.of("unfurl_links", "unfurl_media", "link_names"))
        .allMatch(name -> call.argument(name).equals("false"));
    assertThat(call.argument("parse")).isEqualTo("none");
    assertThat(call.arguments()).doesNotContainKey("thread_ts");
    assertThat(harness.workspace.messages(channel).getLast().text())
        .isEqualTo("Half of the budget is spent.");
  }

  @Test
  @DisplayName("stands in a thread where the place is one")
  void inThread() {
    SaidMessage root = harness.ann.says(channel, "Let us talk here");

    harness.adapter.post(place(Optional.of(root.ts())), REPLY);

    assertThat(harness.workspace.thread(channel, root.ts()))
        .extracting(ShownMessage::text)
        .containsExactly("Let us talk here", "Half of the budget is spent.");
  }

  @Test
  @DisplayName("waits where Slack wants fewer calls, and is there once")
  void limited() {
    harness.slack.failNext(POST, new ApiFault.RateLimited(Duration.ofSeconds(1)));

    harness.adapter.post(place(Optional.empty()), REPLY);

    assertThat(harness.workspace.messages(channel)).hasSize(1);
  }

  @Test
  @DisplayName("is not said again where it may be there already")
  void inDoubt() {
    harness.slack.failNext(POST, new ApiFault.AnswerLost());

    refused(false);

    assertThat(harness.workspace.messages(channel)).hasSize(1);
  }

  @Test
  @DisplayName("is reported as unsaid in a channel that the bot was removed from, or that is over")
  void gone() {
    harness.workspace.archive(channel);
    refused(false);

    harness.workspace.kickBot(channel);
    refused(false);
  }

  @Test
  @DisplayName("is reported as unsaid to people who are gone")
  void disabled() {
    harness.slack.failNext(POST, new ApiFault.Refused("user_disabled"));

    assertThatThrownBy(() -> harness.adapter.tell(TENANT, new UserId(harness.ann.id()), REPLY))
        .isInstanceOf(DeliveryException.class);
    harness.adapter.tell(TENANT, new UserId(harness.ann.id()), REPLY);
    assertThat(harness.workspace.messages(harness.workspace.dm(harness.ann))).hasSize(1);
  }
}
