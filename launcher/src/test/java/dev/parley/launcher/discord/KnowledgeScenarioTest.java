package dev.parley.launcher.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRole;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Discord, documents")
class KnowledgeScenarioTest extends DiscordScenario {
  private static final String ADD = "knowledge add";
  private static final String FILE = "file";
  private static final String SOURCES = "Sources";
  private static final DiscordTown TOWN = DiscordTown.open();
  private static final DiscordRole BOARD = TOWN.guild.role("Board");
  private static final DiscordPerson CLEO = TOWN.guild.person("Cleo");
  private static final DiscordPerson DAN = TOWN.guild.person("Dan");
  private static final DiscordChannel ROOM = TOWN.guild.channel("board");

  static {
    TOWN.guild.give(CLEO, BOARD);
    TOWN.guild.give(DAN, BOARD);
    ROOM.showsTo(BOARD);
    TOWN.bot(
        """
        knowledge: {may-add: everyone}
        demo: {words-per-second: 0}
        """);
  }

  KnowledgeScenarioTest() {
    super(TOWN);
  }

  @AfterAll
  static void leave() throws Exception {
    TOWN.close();
  }

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

  /// What a command without options says to whoever gave it.
  private static String typed(DiscordPerson person, DiscordChannel where, String words) {
    return typed(person, where, words, Map.of());
  }

  private static String typed(
      DiscordPerson person, DiscordChannel where, String words, Map<String, Object> options) {
    ShownMessage answer = answered(person.slash(where, words, options));
    assertThat(answer.ephemeral()).isTrue();
    return answer.text();
  }

  /// Waits until a document is read in and found by these words, and gives the list.
  private static String listed(
      DiscordPerson person, DiscordChannel where, String title, String words) {
    await()
        .atMost(LIMIT)
        .until(
            () -> typed(person, where, "knowledge search", Map.of("words", words)),
            found -> found.contains(title));
    return typed(person, where, "knowledge list");
  }

  private static ShownMessage asks(
      DiscordPerson person, DiscordChannel where, String question, boolean hidden) {
    return answered(person.slash(where, "ask", Map.of("question", question, "private", hidden)));
  }

  /// What the bot said to somebody in their direct messages.
  private static List<String> told(DiscordPerson person) {
    return person.dm().botMessages().stream().map(ShownMessage::text).toList();
  }

  @Test
  @DisplayName("are added as files of a command, cited with the page, and gone once removed")
  void fromAFile() {
    DiscordChannel channel = town.guild.channel("holidays");
    String question = "How many days of holiday has everybody?";
    typed(town.ann, channel, ADD, Map.of(FILE, pdf()));
    String list = listed(town.ann, channel, "handbook.pdf", "holiday");
    ShownMessage byMention = answered(town.bob.says(channel, mention(question)));
    ShownMessage byCommand = asks(town.bob, town.guild.channel("elsewhere"), question, false);

    String removed =
        typed(town.ann, channel, "knowledge remove", Map.of("document", "handbook.pdf"));
    ShownMessage after = asks(town.bob, town.guild.channel("later"), question, false);

    assertThat(list).contains("for everyone", "by Ann");
    assertThat(List.of(byMention.text(), byCommand.text()))
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("Everybody has thirty days of holiday each year.", "[1]", SOURCES)
                    .contains("handbook.pdf, page 2"));
    assertThat(removed).contains("handbook.pdf", "is removed.");
    assertThat(after.text()).doesNotContain("thirty", "handbook", "[1]", SOURCES);
  }

  @Test
  @DisplayName("are made of messages by their menu, and citations link to them")
  void fromAMessage() {
    DiscordChannel channel = town.guild.channel("deploys");
    SaidMessage said = town.bob.says(channel, "We deploy the website by the green button.");

    ShownMessage added = answered(town.ann.picks("Add to knowledge", said));
    listed(town.ann, channel, "We deploy the website", "button");
    ShownMessage answer =
        answered(town.bob.says(channel, mention("Which button do we deploy the website by?")));

    assertThat(added.ephemeral()).isTrue();
    assertThat(answer.text())
        .contains("by the green button.", "[1]", SOURCES)
        .contains(
            "https://discord.com/channels/%s/%s/%s"
                .formatted(town.guild.id(), channel.id(), said.id()));
  }

  @Test
  @DisplayName("of a role answer where it alone reads, and elsewhere who has it is told alone")
  void ofARole() {
    DiscordChannel open = town.guild.channel("open");
    String question = "When do we merge with Acme?";
    typed(CLEO, open, ADD, Map.of(FILE, plans(), "audience", BOARD.mention()));
    String list = listed(CLEO, open, "Merger", "Acme");
    ShownMessage toBob = asks(town.bob, open, question, false);
    ShownMessage hiddenToBob = asks(town.bob, open, question, true);
    ShownMessage toDan = answered(DAN.says(open, mention(question)));
    await().atMost(LIMIT).until(() -> !told(DAN).isEmpty());
    ShownMessage there = answered(CLEO.says(ROOM, mention(question)));
    ShownMessage hidden = asks(CLEO, open, question, true);

    assertThat(list).contains("for group `" + BOARD.id() + "`");
    assertThat(List.of(toBob.text(), hiddenToBob.text(), toDan.text()))
        .noneMatch(text -> text.contains("May") || text.contains("Merger") || text.contains("[1]"));
    assertThat(told(DAN))
        .singleElement()
        .satisfies(offer -> assertThat(offer).contains("You asked in", "in May", "Merger"));
    assertThat(told(town.bob)).isEmpty();
    assertThat(told(CLEO)).isEmpty();
    assertThat(hidden.ephemeral()).isTrue();
    assertThat(List.of(there.text(), hidden.text()))
        .allSatisfy(
            text -> assertThat(text).contains("We merge with Acme in May.", "[1]", "Merger"));
  }
}
