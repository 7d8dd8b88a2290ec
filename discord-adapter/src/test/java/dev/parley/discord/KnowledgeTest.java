package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.message.Quoted;
import dev.parley.message.Reply;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Adding to the knowledge base in Discord")
@Timeout(60)
final class KnowledgeTest {
  private static final CommandSpec ADD =
      new CommandSpec(
          List.of("knowledge", "add"),
          "Adds",
          List.of(
              CommandOption.text("text", "what", false),
              CommandOption.file("file", "a file"),
              CommandOption.file("file2", "a file")),
          CommandSpec.Visibility.ASKER,
          CommandSpec.Access.EVERYONE);

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler(ADD);
  private final DiscordPerson bob = harness.guild.person("Bob");

  @BeforeEach
  void start() {
    core.answerCommandsWith(Reply.answer("It is added."));
    harness.started(harness.settings(), core);
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> !harness.discord.calls("PUT /applications/{}/commands").isEmpty());
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private RecordingHandler.Line line() {
    await().atMost(DiscordHarness.LIMIT).until(() -> !core.lines().isEmpty());
    return core.lines().getFirst();
  }

  @Test
  @DisplayName("the command takes files in fields of their own")
  void files() {
    SharedFile plan = new SharedFile("plan.pdf", "application/pdf", new byte[] {1});
    SharedFile map = new SharedFile("map.pdf", "application/pdf", new byte[] {2});

    Interaction typed =
        harness.ann.slash(
            harness.general, "knowledge add", Map.of("file", plan, "file2", map, "text", "both"));

    assertThat(line().context().options()).isEqualTo(Map.of("text", "both"));
    assertThat(line().context().attachments())
        .extracting(AttachmentRef::name)
        .containsExactlyInAnyOrder("plan.pdf", "map.pdf");
    assertThat(typed.ephemeral()).isTrue();
  }

  private Quoted picked(SaidMessage message) {
    Interaction picked = harness.ann.picks("Add to knowledge", message);
    assertThat(line().text()).isEqualTo("/knowledge add");
    assertThat(picked.ephemeral()).isTrue();
    return line().context().about().orElseThrow();
  }

  @Test
  @DisplayName("a message's menu adds it, with its address")
  void message() {
    SaidMessage said = bob.says(harness.general, "We deploy by the button.");

    Quoted about = picked(said);

    assertThat(about.said())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("We deploy by the button.");
              assertThat(line.author().name()).isEqualTo("Bob");
            });
    assertThat(about.address())
        .contains(
            "https://discord.com/channels/%s/%s/%s"
                .formatted(harness.guild.id(), harness.general.id(), said.id()));
  }

  @Test
  @DisplayName("the menu of a forum post's first message adds the whole post")
  void post() {
    DiscordChannel forum = harness.guild.forum("help");
    SaidMessage first = bob.posts(forum, "Deploying", "How do we deploy?");
    harness.ann.says(first.channel(), "By the button.");

    assertThat(picked(first).said())
        .extracting(Quoted.Line::text)
        .containsExactly("How do we deploy?", "By the button.");
  }
}
