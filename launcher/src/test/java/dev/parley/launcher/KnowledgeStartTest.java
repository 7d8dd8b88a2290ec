package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bot that is started again")
@Timeout(180)
class KnowledgeStartTest {
  private static final String RECIPE = "The soup needs nine carrots.";

  @TempDir private Path folder;

  private BotProcess bot() {
    return BotProcess.start(folder, Map.of()).awaitStart();
  }

  private void add() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say("general", "/knowledge add title:Soup " + RECIPE);
      Visitor.until(() -> !ann.search("How many carrots?").body().path("sources").isEmpty());
    }
  }

  private void assertIsFound() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      Visitor.until(() -> !ann.search("How many carrots?").body().path("sources").isEmpty());

      String answer = ann.search("How many carrots?").body().path("answer").asText();

      assertThat(answer).contains(RECIPE, "[1]");
      assertThat(bot.output()).doesNotContain(" ERROR ").doesNotContain(" WARN ");
    }
  }

  @Test
  @DisplayName("finds its documents again")
  void again() throws Exception {
    add();
    assertIsFound();
  }

  @Test
  @DisplayName("finds its documents again where the folder of its indexes was deleted")
  void withoutIndex() throws Exception {
    add();
    delete(folder.resolve("data/knowledge"));
    assertIsFound();
  }

  @Test
  @DisplayName("finds its documents again where files of its indexes are damaged")
  void damaged() throws Exception {
    add();
    int damaged = damage(folder.resolve("data/knowledge"));

    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      Visitor.until(() -> !ann.search("How many carrots?").body().path("sources").isEmpty());

      assertThat(damaged).isPositive();
      assertThat(bot.output()).contains("is broken and is made anew").doesNotContain(" ERROR ");
    }
  }

  private static void delete(Path tree) throws IOException {
    assertThat(tree).isNotEmptyDirectory();
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Cuts files of segments in half.
  private static int damage(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      List<Path> segments =
          files
              .filter(file -> file.getFileName().toString().matches("_.*\\.(cfs|fdt|doc)"))
              .toList();
      for (Path file : segments) {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
      return segments.size();
    }
  }
}
