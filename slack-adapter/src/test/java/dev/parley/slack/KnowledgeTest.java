package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Quoted;
import dev.parley.message.Reply;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import dev.parley.testkit.slack.SlackPerson;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Adding to the knowledge base in Slack")
@Timeout(60)
class KnowledgeTest {
  private static final CommandSpec ADD =
      new CommandSpec(
          List.of("knowledge", "add"),
          "Adds",
          List.of(CommandOption.text("text", "what", false), CommandOption.file("file", "a file")),
          CommandSpec.Visibility.ASKER,
          CommandSpec.Access.EVERYONE);

  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler(ADD);
  private final String channel = harness.workspace.channel("general");
  private final SlackPerson bob = harness.workspace.person("Bob");

  @BeforeEach
  void start() {
    core.answerCommandsWith(Reply.answer("It is added."));
    harness.adapter.start(core);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(
            () ->
                harness
                    .adapter
                    .readers()
                    .belongs(
                        new TenantId(harness.adapter.name(), harness.workspace.id()),
                        new UserId(harness.ann.id())));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private RecordingHandler.Line line() {
    await().atMost(SlackHarness.LIMIT).until(() -> !core.lines().isEmpty());
    return core.lines().getFirst();
  }

  private void told() {
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> !harness.workspace.ephemerals(channel, harness.ann).isEmpty());
  }

  private String permalink(String ts) {
    return "https://T1.slack.com/archives/%s/p%s".formatted(channel, ts.replace(".", ""));
  }

  private Quoted quoted(String ts) {
    assertThat(harness.ann.uses("parley_add_knowledge", channel, ts).await(SlackHarness.LIMIT))
        .isTrue();
    CommandInvocation context = line().context();
    assertThat(line().text()).isEqualTo("/knowledge add");
    assertThat(context.author().name()).isEqualTo("Ann");
    told();
    return context.about().orElseThrow();
  }

  @Test
  @DisplayName("a message's menu adds it, with its address and files, and answers its asker alone")
  void message() {
    SaidMessage said = bob.says(channel, "See <@" + harness.ann.id() + ">");

    Quoted about = quoted(said.ts());

    assertThat(about.said())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("See @Ann");
              assertThat(line.author().name()).isEqualTo("Bob");
            });
    assertThat(about.address()).contains(permalink(said.ts()));
    assertThat(about.complete()).isTrue();
  }

  @Test
  @DisplayName("the menu of a message that began a thread adds the whole thread")
  void thread() {
    SaidMessage root = bob.says(channel, "How do we deploy?");
    harness.ann.says(channel, "By the button.", root.ts());

    assertThat(quoted(root.ts()).said())
        .extracting(Quoted.Line::text)
        .containsExactly("How do we deploy?", "By the button.");
  }

  @Test
  @DisplayName("the menu of a reply adds that alone")
  void reply() {
    SaidMessage root = bob.says(channel, "How do we deploy?");
    SaidMessage reply = harness.ann.says(channel, "By the button.", root.ts());

    assertThat(quoted(reply.ts()).said())
        .extracting(Quoted.Line::text)
        .containsExactly("By the button.");
  }

  @Test
  @DisplayName("a mention that begins with the command's words is run once, with its files")
  void filesByMention() {
    SharedFile plan = new SharedFile("plan.pdf", "application/pdf", new byte[] {1});
    String mention = "<@" + harness.workspace.botUserId() + ">";

    SaidMessage said =
        harness.ann.shares(
            channel, mention + " knowledge add audience:<#C1|a b>,here", "", List.of(plan));

    RecordingHandler.Line line = line();
    assertThat(line.text()).isEqualTo("/knowledge add audience:<#C1>,here");
    assertThat(line.context().attachments())
        .extracting(AttachmentRef::name)
        .containsExactly("plan.pdf");
    assertThat(line.context().address()).contains(permalink(said.ts()));
    told();
    assertThat(core.lines()).hasSize(1);
    assertThat(core.accepted()).isEmpty();
  }

  @Test
  @DisplayName("a direct message can be such a command, other messages are questions")
  void filesDirectly() {
    String direct = harness.workspace.dm(harness.ann);
    harness.ann.says(direct, "Knowledge is power");
    harness.ann.says(direct, "/knowledge add https://a.example/x");

    assertThat(line().text()).isEqualTo("/knowledge add https://a.example/x");
    await().atMost(SlackHarness.LIMIT).until(() -> core.accepted().size() == 1);
    await().atMost(SlackHarness.LIMIT).until(() -> !harness.workspace.botMessages().isEmpty());
  }

  @Test
  @DisplayName("the slash command hands on ids of those whom it names")
  void ids() {
    harness.ann.commands(
        channel, "/knowledge", "add audience:<#C1|general>,<@U2|bob> see <https://a.example/x>");

    assertThat(line().text())
        .isEqualTo("/knowledge add audience:<#C1>,<@U2> see https://a.example/x");
  }
}
