package dev.parley.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.attachment.SomeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, documents")
@Timeout(180)
class KnowledgeTest {
  private static final String ROOM = "general";
  private static final String HOLIDAYS = "Everybody has thirty days of holiday each year.";
  private static final String HOW_MANY = "How many days of holiday has everybody?";

  private static final String WHERE = "Where is the printer?";

  @TempDir private Path folder;

  @BeforeEach
  void usual() throws IOException {
    settings("");
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("parley.yaml"), "demo: {words-per-second: 0}\n%s\n".formatted(more));
  }

  private BotProcess bot() {
    Map<String, String> environment =
        Map.of("PARLEY_CONFIG", folder.resolve("parley.yaml").toString());
    return BotProcess.start(folder, environment).awaitStart();
  }

  /// What the bot answers to this, of which nothing was said in the room before.
  private static String asked(Visitor ann, String room, String question) {
    ann.say(room, question);
    return ann.awaitAnswers(room, 1).getFirst();
  }

  /// Adds a document, and waits until it is found.
  private static String added(Visitor ann, String question, String command, String... files) {
    String told = told(ann, command, files);
    Visitor.until(() -> !ann.search(question).body().path("sources").isEmpty());
    return told;
  }

  private static String told(Visitor ann, String command, String... files) {
    return ann.say(ROOM, command, files).body().toString();
  }

  @Test
  @DisplayName("that are typed are cited until they are removed")
  void words() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      String added = added(ann, HOW_MANY, "/knowledge add title:\"Staff handbook\" " + HOLIDAYS);
      String before = asked(ann, "before", HOW_MANY);
      String removed = told(ann, "/knowledge remove Staff handbook");
      String after = asked(ann, "after", HOW_MANY);

      assertThat(added).contains("Staff handbook");
      assertThat(before)
          .contains(HOLIDAYS, "1", "Staff handbook")
          .doesNotContainPattern("K[0-9A-F]{5}");
      assertThat(removed).contains("is removed");
      assertThat(after).doesNotContain("thirty").doesNotContain("Staff handbook");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("that are files are cited by their names, PDFs with the page")
  void files() throws Exception {
    byte[] pdf = SomeDocument.pdfOf("Shoes are worn on feet. ".repeat(50), HOLIDAYS);
    byte[] notes = "# Printer\n\nThe printer is in the cellar.".getBytes(UTF_8);
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      JsonNode first = ann.upload(ROOM, "rules.pdf", pdf).body();
      JsonNode second = ann.upload(ROOM, "notes.md", notes).body();
      added(ann, HOW_MANY, "/knowledge add", first.path("id").asText());
      added(ann, WHERE, "/knowledge add audience:everyone", second.path("id").asText());
      String list = told(ann, "/knowledge list");
      String holidays = asked(ann, "holidays", HOW_MANY);
      String printer = asked(ann, "printer", WHERE);

      assertThat(list).contains("rules.pdf", "2 passages", "Printer", "for everyone");
      assertThat(holidays).contains(HOLIDAYS, "rules.pdf", "page 2");
      assertThat(printer).contains("in the cellar", "Printer").doesNotContain("rules.pdf");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("answer programs, which must ask something")
  void search() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      added(ann, HOW_MANY, "/knowledge add title:Handbook " + HOLIDAYS);
      Visitor.Answer found = ann.search(HOW_MANY);
      Visitor.Answer empty = ann.search(" ");

      assertThat(found.status()).isEqualTo(200);
      assertThat(found.body().path("answer").asText()).contains(HOLIDAYS, "[1]");
      assertThat(found.body().path("sources")).hasSize(1);
      assertThat(found.body().at("/sources/0/number").asInt()).isEqualTo(1);
      assertThat(found.body().at("/sources/0/title").asText()).isEqualTo("Handbook");
      assertThat(found.body().at("/sources/0/text").asText()).isEqualTo(HOLIDAYS);
      assertThat(empty.status()).isEqualTo(400);
      assertThat(empty.body().path("error").asText()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("that hold nothing on a question are said to, where that is wanted")
  void sayingSo() throws Exception {
    settings("knowledge: {when-nothing-fits: say-so}");
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      added(ann, HOW_MANY, "/knowledge add title:Handbook " + HOLIDAYS);
      String known = asked(ann, "known", HOW_MANY);
      String unknown = asked(ann, "unknown", "Who invented the telescope?");
      JsonNode program = ann.search("Who invented the telescope?").body();

      assertThat(known).contains(HOLIDAYS, "Handbook");
      assertThat(unknown).isEqualTo("I do not know that from the documents here.");
      assertThat(program.path("answer").asText()).contains("I do not know that");
      assertThat(program.path("sources")).isEmpty();
    }
  }

  @Test
  @DisplayName("are nowhere to be seen where the knowledge base is turned off")
  void off() throws Exception {
    settings("knowledge: {enabled: false}");
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      String help = told(ann, "/help");
      String unknown = told(ann, "/knowledge list");
      String answer = asked(ann, "talk", "Say hello");
      Visitor.Answer admin = ann.get("/api/admin/knowledge");
      Visitor.Answer searched = ann.search(HOW_MANY);

      assertThat(help).contains("/settings").doesNotContain("/knowledge");
      assertThat(unknown).contains("/help");
      assertThat(answer).isNotEmpty();
      assertThat(admin.status()).isEqualTo(404);
      assertThat(searched.status()).isEqualTo(200);
      assertThat(searched.body().path("sources")).isEmpty();
      assertThat(bot.output()).doesNotContain(" ERROR ").doesNotContain("Admin page");
    }
  }

  @Test
  @DisplayName("stay when who added them is forgotten, without the name")
  void forgotten() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      added(ann, HOW_MANY, "/knowledge add title:Handbook " + HOLIDAYS);
      String before = told(ann, "/knowledge list 1");
      String forgotten = told(ann, "/forget-me confirm:yes");
      String after = told(ann, "/knowledge list");
      String answer = asked(ann, "asked", HOW_MANY);

      assertThat(before).contains("Handbook", "by Ann");
      assertThat(forgotten).contains("document");
      assertThat(after).contains("Handbook").doesNotContain("Ann");
      assertThat(answer).contains(HOLIDAYS, "Handbook");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
