package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that the bot watches")
@Timeout(180)
class KnowledgeFoldersTest {
  private static final String WHERE = "Where is the ladder?";

  @TempDir private Path folder;

  private static String answer(Visitor ann) {
    return ann.search(WHERE).body().path("answer").asText();
  }

  @Test
  @DisplayName("is answered from as it is: new, changed and deleted files are followed")
  void followed() throws Exception {
    Path handbook = Files.createDirectory(folder.resolve("handbook"));
    Files.writeString(handbook.resolve("shoes.md"), "# Shoes\n\nShoes are worn on feet.");
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            knowledge:
              folders:
                - {path: handbook, address: https://docs.example.com/handbook}
            """);
    try (BotProcess bot =
            BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
        Visitor ann = Visitor.of(bot)) {
      Path ladder =
          Files.writeString(
              Files.createDirectory(handbook.resolve("tools")).resolve("ladder.md"),
              "# Ladder\n\nThe ladder is in the garage.");
      Visitor.until(() -> answer(ann).contains("in the garage"));
      JsonNode source = ann.search(WHERE).body().at("/sources/0");
      Files.writeString(ladder, "# Ladder\n\nThe ladder is behind the barn.");
      Visitor.until(() -> answer(ann).contains("behind the barn"));
      String changed = answer(ann);
      Files.delete(ladder);
      Visitor.until(() -> ann.search(WHERE).body().path("sources").isEmpty());
      JsonNode other = ann.search("Where are shoes worn?").body();

      assertThat(source.path("title").asText()).isEqualTo("Ladder");
      assertThat(source.path("address").asText())
          .startsWith("https://docs.example.com/handbook/tools/ladder.md");
      assertThat(changed).doesNotContain("garage");
      assertThat(answer(ann)).doesNotContain("garage").doesNotContain("barn");
      assertThat(other.path("answer").asText()).contains("on feet");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("has files that nobody can read, which keep none of the others out")
  void unreadable() throws Exception {
    Path handbook = Files.createDirectory(folder.resolve("handbook"));
    Files.write(handbook.resolve("a-broken.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', '1'});
    Files.writeString(handbook.resolve("b-nested.html"), "<div>".repeat(60_000) + "Deep");
    Files.writeString(handbook.resolve("c-nested.md"), "> ".repeat(60_000) + "Deep");
    Files.writeString(handbook.resolve("ladder.md"), "The ladder is in the garage.");
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"), "knowledge: {folders: [{path: handbook}]}\n");
    try (BotProcess bot =
            BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
        Visitor ann = Visitor.of(bot)) {
      Visitor.until(() -> answer(ann).contains("in the garage"));

      assertThat(bot.output()).contains("a-broken.pdf of the folder handbook");
    }
  }
}
