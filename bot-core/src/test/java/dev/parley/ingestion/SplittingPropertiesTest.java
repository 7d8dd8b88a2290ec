package dev.parley.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.Passage;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Splitting any text")
class SplittingPropertiesTest {
  /// What the fence around a part takes besides.
  private static final int MARKS = 60;

  /// Blocks of words, of which each is there once.
  @Provide
  Arbitrary<SourceText> texts() {
    return Arbitraries.of(Form.MARKDOWN, Form.PLAIN, Form.CODE, Form.PAGES)
        .flatMap(
            form ->
                Arbitraries.integers()
                    .between(0, 400)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12)
                    .flatMap(
                        sizes -> Arbitraries.randomValue(random -> text(form, sizes, random))));
  }

  private static SourceText text(Form form, List<Integer> sizes, Random random) {
    int[] next = {0};
    String text =
        sizes.stream()
            .map(size -> block(form, words(size, next, random), random))
            .collect(Collectors.joining("\n\n"));
    String pages = form == Form.PAGES ? "## Page 1\n\n" + text : text;
    return new SourceText(form, "t", "t.txt", "text/plain", pages, List.of());
  }

  private static List<String> words(int size, int[] next, Random random) {
    return IntStream.range(0, size)
        .mapToObj(
            _ ->
                "w"
                    + next[0]++
                    + "x".repeat(random.nextInt(8))
                    + (random.nextInt(9) == 0 ? "." : ""))
        .toList();
  }

  private static String block(Form form, List<String> words, Random random) {
    String separator = random.nextInt(3) == 0 ? "\n" : " ";
    String plain = String.join(separator, words);
    if (form != Form.MARKDOWN) {
      return plain;
    }
    return switch (random.nextInt(6)) {
      case 0 -> "# H" + words.size() + "y" + random.nextInt(1_000_000) + "\n\n" + plain;
      case 1 -> words.isEmpty() ? "" : "- " + String.join("\n- ", words);
      case 2 -> "```\n" + plain + "\n```";
      case 3 -> words.isEmpty() ? "" : "> " + String.join("\n> ", words);
      case 4 -> words.isEmpty() ? "" : "**" + plain.replace("\n", " ") + "**";
      default -> plain;
    };
  }

  @Property(tries = 300)
  @Label("keeps all of its words in their order, but for what is said again where it was cut")
  void nothingIsLost(@ForAll("texts") SourceText text) {
    List<String> all = bodyWords(text.text());
    int at = 0;
    for (Passage passage : PassageSplitter.split(text).passages()) {
      List<String> words = bodyWords(passage.text());
      int again = repeated(all, at, words);
      assertThat(at + words.size() - again).isLessThanOrEqualTo(all.size());
      assertThat(words).isEqualTo(all.subList(at - again, at - again + words.size()));
      at += words.size() - again;
    }
    assertThat(at).isEqualTo(all.size());
  }

  /// The words that are none of a heading.
  private static List<String> bodyWords(String markdown) {
    return Stream.of(markdown.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.startsWith("w"))
        .toList();
  }

  private static int repeated(List<String> all, int at, List<String> words) {
    int first = words.isEmpty() ? at : all.indexOf(words.getFirst());
    assertThat(first).isNotNegative();
    return Math.max(0, at - first);
  }

  @Property(tries = 300)
  @Label("makes no passage too long, nor one that says nothing")
  void bounded(@ForAll("texts") SourceText text) {
    assertThat(PassageSplitter.split(text).passages())
        .allSatisfy(
            passage -> assertThat(passage.text().length()).isBetween(1, PassageSizes.MOST + MARKS));
  }

  @Property(tries = 100)
  @Label("gives the same passages each time")
  void idempotent(@ForAll("texts") SourceText text) {
    assertThat(PassageSplitter.split(text)).isEqualTo(PassageSplitter.split(text));
  }

  @Property(tries = 500)
  @Label("ends, whatever the text is")
  void anything(@ForAll String text, @ForAll Form form) {
    SplitText split =
        PassageSplitter.split(new SourceText(form, "", "", "text/plain", text, List.of()));

    assertThat(split.passages()).allSatisfy(passage -> assertThat(passage.text()).isNotBlank());
  }
}
