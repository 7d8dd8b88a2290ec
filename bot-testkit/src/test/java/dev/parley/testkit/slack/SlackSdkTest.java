package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Slack's own SDK, against the fake Slack,")
class SlackSdkTest {
  private final FakeSlack fake = FakeSlack.start();
  private final SlackWorkspace workspace = fake.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");
  private final SaidMessage question = ada.says(general, "hello");
  private final Slack slack = Slack.getInstance(config());
  private final MethodsClient methods = slack.methods(workspace.botToken());

  private SlackConfig config() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(fake.apiUrl());
    return config;
  }

  @AfterEach
  void close() throws Exception {
    slack.close();
    fake.close();
  }

  @Test
  @DisplayName("streams an answer into a thread and reads it there")
  void streams() throws Exception {
    String ts =
        methods
            .chatStartStream(
                it ->
                    it.channel(general)
                        .threadTs(question.ts())
                        .recipientUserId(ada.id())
                        .recipientTeamId("T1"))
            .getTs();
    methods.chatAppendStream(it -> it.channel(general).ts(ts).markdownText("Good "));
    methods.chatStopStream(it -> it.channel(general).ts(ts).markdownText("morning"));

    ConversationsRepliesResponse replies =
        methods.conversationsReplies(it -> it.channel(general).ts(question.ts()));

    assertThat(replies.getMessages()).hasSize(2);
    assertThat(question.replies()).extracting(ShownMessage::text).containsExactly("Good morning");
  }

  @Test
  @DisplayName("uploads a file")
  void uploads() throws Exception {
    FilesUploadV2Response uploaded =
        methods.filesUploadV2(
            it ->
                it.channel(general)
                    .threadTs(question.ts())
                    .filename("a.txt")
                    .title("A")
                    .content("hello"));

    assertThat(uploaded.isOk()).isTrue();
    assertThat(question.replies()).singleElement().matches(it -> it.files().contains("a.txt"));
  }

  @Test
  @DisplayName("is told to wait")
  void limits() {
    fake.failNext("chat.postMessage", new ApiFault.RateLimited(Duration.ofSeconds(3)));

    assertThatExceptionOfType(SlackApiException.class)
        .isThrownBy(() -> methods.chatPostMessage(it -> it.channel(general).text("a")))
        .matches(problem -> problem.getResponse().code() == 429)
        .matches(problem -> "3".equals(problem.getResponse().header("Retry-After")));
  }
}
