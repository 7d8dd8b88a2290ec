package dev.parley.launcher.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, documents")
class KnowledgeScenarioTest extends SlackScenario {
  private static final String SOURCES = "Sources";

  private final SlackPerson bob = workspace.person("Bob");

  /// Each of its two pages is long enough to be a passage of its own.
  private static SharedFile pdf() {
    return new SharedFile(
        "handbook.pdf",
        "application/pdf",
        SomeDocument.pdfOf(
            "Welcome to the company and its people. ".repeat(24),
            "Everybody has thirty days of holiday each year. "
                + "Letters from the post office lie beside the door. ".repeat(4)));
  }

  private static SharedFile plans() {
    return new SharedFile(
        "plans.md", "text/markdown", "# Merger\n\nWe merge with Acme in May.\n".getBytes(UTF_8));
  }

  /// A bot that takes documents from everybody, and knows already who Ann and Bob are.
  private BotProcess acquainted() throws IOException {
    BotProcess bot =
        overHttp(
            """
            knowledge: {may-add: everyone}
            demo: {words-per-second: 0}
            """);
    answered(ann.says(channel, mention("Hello")));
    answered(bob.says(channel, mention("Hello")));
    return bot;
  }

  private ShownMessage asks(SlackPerson person, String where, String question) {
    return answered(person.says(where, mention(question)));
  }

  /// What the slash command says to whoever typed it, in private.
  private String typed(SlackPerson person, String where, String line) {
    int before = workspace.ephemerals(where, person).size();
    await().atMost(LIMIT).until(() -> person.commands(where, "/knowledge", line).await(LIMIT));
    await().atMost(LIMIT).until(() -> workspace.ephemerals(where, person).size() > before);
    return workspace.ephemerals(where, person).getLast().text();
  }

  /// Waits until a document is read in and found by these words, and gives the list.
  private String listed(SlackPerson person, String where, String title, String words) {
    await()
        .atMost(LIMIT)
        .until(() -> typed(person, where, "search " + words), found -> found.contains(title));
    return typed(person, where, "list");
  }

  /// What the bot said to somebody in their direct messages.
  private List<String> told(SlackPerson person) {
    return workspace.messages(workspace.dm(person)).stream().map(ShownMessage::text).toList();
  }

  private String permalink(SaidMessage said) {
    return "https://T1.slack.com/archives/%s/p%s"
        .formatted(said.channel(), said.ts().replace(".", ""));
  }

  @Test
  @DisplayName("are added as files of a mention, cited with the page, and gone once removed")
  void fromAFile() throws Exception {
    String question = "How many days of holiday has everybody?";
    try (BotProcess bot = acquainted()) {
      SaidMessage given = ann.shares(channel, mention("knowledge add"), "", List.of(pdf()));
      String list = listed(ann, channel, "handbook.pdf", "holiday");
      ShownMessage before = asks(bob, channel, question);

      String removed = typed(ann, channel, "remove handbook.pdf");
      ShownMessage after = asks(bob, channel, question);

      assertThat(list).contains("for everyone", "by Ann", "not used yet");
      assertThat(before.text())
          .contains("Everybody has thirty days of holiday each year.", "[1]", SOURCES)
          .contains("handbook.pdf, page 2");
      assertThat(before.wire().toString()).contains(permalink(given));
      assertThat(removed).contains("handbook.pdf", "is removed.");
      assertThat(after.wire().toString()).doesNotContain("thirty", "handbook", "[1]", SOURCES);
      assertThat(typed(ann, channel, "list")).doesNotContain("handbook");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("are made of threads by a shortcut, and citations link to the thread")
  void fromAThread() throws Exception {
    try (BotProcess bot = acquainted()) {
      SaidMessage root = bob.says(channel, "How do we deploy the website?");
      ann.says(channel, "We deploy the website by the green button.", root.ts());
      root.awaitDelivered(LIMIT);

      ann.uses("parley_add_knowledge", channel, root.ts()).await(LIMIT);
      listed(ann, channel, "How do we deploy the website?", "button");
      ShownMessage answer = asks(bob, channel, "Which button do we deploy the website by?");

      assertThat(answer.text()).contains("by the green button.", "[1]", SOURCES);
      assertThat(answer.wire().toString()).contains(permalink(root));
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("of a private channel answer there, and elsewhere its members alone are told")
  void ofAPrivateChannel() throws Exception {
    String question = "When do we merge with Acme?";
    String board = workspace.privateChannel("board");
    ann.joins(board);
    bob.joins(channel);
    try (BotProcess bot = acquainted()) {
      ann.shares(board, mention("knowledge add"), "", List.of(plans()));
      String list = listed(ann, board, "Merger", "Acme");
      ShownMessage toBob = asks(bob, channel, question);
      ShownMessage toAnn = asks(ann, channel, question);
      await().atMost(LIMIT).until(() -> !told(ann).isEmpty());
      ShownMessage there = asks(ann, board, question);

      assertThat(list).contains("for readers of #board");
      assertThat(typed(bob, channel, "list")).doesNotContain("Merger");
      assertThat(List.of(toBob, toAnn))
          .extracting(answer -> answer.wire().toString())
          .noneMatch(
              text -> text.contains("May") || text.contains("Merger") || text.contains("[1]"));
      assertThat(told(ann))
          .singleElement()
          .satisfies(
              offer -> assertThat(offer).contains("You asked in #general", "in May", "Merger"));
      assertThat(told(bob)).isEmpty();
      assertThat(there.text()).contains("We merge with Acme in May.", "[1]", "Merger");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
