package dev.parley.minilm;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.model.EmbedderContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small collection of passages and of questions, with judgments of which passages answer them.
record QuestionsAndAnswers(List<Said> passages, List<Asked> questions) {
  static final TenantId TENANT = new TenantId(new PlatformName("web"), "collection");

  /// A passage of the document of that title.
  record Said(String id, String title, String heading, String text) {}

  /// A question.
  ///
  /// @param grades of the passages that have to do with it: 3 answers it, 1 is near to it
  record Asked(String kind, String words, Map<String, Integer> grades) {
    boolean isAnswerable() {
      return !grades.isEmpty();
    }
  }

  static QuestionsAndAnswers load() {
    return new QuestionsAndAnswers(
        lines("passages.tsv")
            .map(parts -> new Said(parts[0], parts[1], parts[2], parts[3]))
            .toList(),
        lines("questions.tsv").map(parts -> new Asked(parts[0], parts[1], grades(parts))).toList());
  }

  private static Stream<String[]> lines(String file) {
    try (InputStream in = QuestionsAndAnswers.class.getResourceAsStream(file)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.isBlank()).map(line -> line.split("\t"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, Integer> grades(String[] parts) {
    return Stream.of(parts)
        .skip(2)
        .flatMap(judgments -> Stream.of(judgments.split(",")))
        .map(judgment -> judgment.split(":"))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
  }

  /// The id of the passage that says so.
  String idOf(String text) {
    return passages.stream()
        .filter(passage -> passage.text().equals(text))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// Publishes all documents with vectors of an embedder.
  void publishTo(KnowledgeStore store, Embedder embedder) {
    Map<String, DraftDocument> drafts = new LinkedHashMap<>();
    for (Said said : passages) {
      TitledText text = new TitledText(said.title() + "\n" + said.heading(), said.text());
      DraftDocument before =
          drafts.computeIfAbsent(
              said.title(),
              title -> DraftDocument.of(TENANT, title).in(embedder.space().toString()));
      drafts.put(
          said.title(),
          before.says(
              said.text(),
              Optional.of(embedder.passages(List.of(text), EmbedderContract.BOOKING).getFirst()),
              said.heading()));
    }
    drafts.values().forEach(draft -> draft.publishTo(store));
  }
}
