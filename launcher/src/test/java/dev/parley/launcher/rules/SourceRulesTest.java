package dev.parley.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sources of all modules")
class SourceRulesTest {
  private static final int MOST_LINES = 300;
  private static final Pattern FORBIDDEN_NAME =
      Pattern.compile(
          ".*(Manager|Service|Helper|Utils?|Impl|Processor|Data|Info|(?<!Knowledge)Base)\\.java");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "public (?:(?:abstract|final|sealed|non-sealed|static) )*(?:class|record|interface|enum) .*");

  private final SourceTree tree = new SourceTree();

  private List<String> thatAre(List<Path> files, Predicate<Path> wrong) {
    return files.stream().filter(wrong).map(tree::shown).toList();
  }

  @Test
  @DisplayName("are found")
  void found() {
    assertThat(tree.files(".java")).hasSizeGreaterThan(100);
  }

  @Test
  @DisplayName("have no file above 300 lines")
  void size() {
    List<Path> files = tree.files(".java", ".lua", ".js", ".css", ".html", ".sh");

    assertThat(thatAre(files, file -> SourceTree.lines(file).size() > MOST_LINES)).isEmpty();
  }

  @Test
  @DisplayName("name no type by what it is made of instead of what it is")
  void names() {
    assertThat(
            thatAre(
                tree.files(".java"),
                file -> FORBIDDEN_NAME.matcher(file.getFileName().toString()).matches()))
        .isEmpty();
  }

  @Test
  @DisplayName("say in each package what it is, and that null does not occur in it")
  void packages() {
    List<Path> folders =
        tree.files(".java").stream()
            .filter(file -> file.toString().contains("/src/main/java/"))
            .map(Path::getParent)
            .distinct()
            .toList();

    assertThat(thatAre(folders, folder -> !introduced(folder.resolve("package-info.java"))))
        .isEmpty();
  }

  private static boolean introduced(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines = SourceTree.lines(file);
    return lines.getFirst().startsWith("/// ") && lines.contains("@NullMarked");
  }

  @Test
  @DisplayName("say in Markdown what each public type is")
  void documentation() {
    assertThat(thatAre(tree.files(".java"), SourceRulesTest::lacksDocumentation)).isEmpty();
  }

  private static boolean lacksDocumentation(Path file) {
    List<String> lines = SourceTree.lines(file);
    return lines.stream().anyMatch(line -> line.strip().startsWith("/**"))
        || IntStream.range(0, lines.size())
            .filter(line -> PUBLIC_TYPE.matcher(lines.get(line)).matches())
            .anyMatch(line -> !documented(lines.subList(0, line)));
  }

  /// Whether the last line above, annotations aside, is documentation.
  private static boolean documented(List<String> above) {
    return above.reversed().stream()
        .dropWhile(line -> !line.startsWith("///") && !line.isBlank())
        .findFirst()
        .filter(line -> line.startsWith("///"))
        .isPresent();
  }

  @Test
  @DisplayName("wait for what happens, and never sleep")
  void sleep() {
    Pattern sleeping =
        Pattern.compile("\\b(Thread|SECONDS|MILLISECONDS|TimeUnit\\.\\w+)\\.sleep\\(");

    assertThat(
            thatAre(
                tree.files(".java"),
                file -> SourceTree.lines(file).stream().anyMatch(sleeping.asPredicate())))
        .isEmpty();
  }

  @Test
  @DisplayName("skip no test")
  void skipped() {
    Pattern skipping = Pattern.compile("^\\s*@(Disabled|Ignore)\\b");

    assertThat(
            thatAre(
                tree.files(".java"),
                file -> SourceTree.lines(file).stream().anyMatch(skipping.asPredicate())))
        .isEmpty();
  }
}
