package dev.parley.gemini;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.Embedder.TitledText;

/// What differs between the models that make vectors (Gemini's documentation, "Embeddings"): the
/// first one is told by a field what a text is for, all later ones by words before it.
///
/// @param taskTypes whether it takes the field
/// @param mostTokens that a text may have
record EmbeddingModel(boolean taskTypes, int mostTokens) {
  /// The similarity from which on a passage has to do with a question. ADR 0032 says why.
  static final double RELEVANT_FROM = 0.6;

  private static final EmbeddingModel FIRST = new EmbeddingModel(true, 2_048);
  private static final EmbeddingModel LATER = new EmbeddingModel(false, 8_192);

  private static final String FIRST_ID = "embedding-001";

  /// What a title is cut to, and what room for it is left.
  private static final int TITLE_TOKENS = 100;

  /// A text without a single character is refused.
  private static final String NOTHING = "-";

  static EmbeddingModel of(String id) {
    return id.contains(FIRST_ID) ? FIRST : LATER;
  }

  /// The part of a request for the vector of a question.
  ObjectNode question(String words) {
    return taskTypes
        ? text(said(words)).put("taskType", "RETRIEVAL_QUERY")
        : text("task: search result | query: " + said(words));
  }

  /// The part of a request for the vector of a passage.
  ObjectNode passage(TitledText passage) {
    String title = TextCut.to(passage.title().strip().replaceAll("\\s+", " "), TITLE_TOKENS);
    String words = said(passage.text());
    if (!taskTypes) {
      return text("title: %s | text: %s".formatted(title.isEmpty() ? "none" : title, words));
    }
    ObjectNode request = text(words).put("taskType", "RETRIEVAL_DOCUMENT");
    return title.isEmpty() ? request : request.put("title", title);
  }

  private static String said(String words) {
    return words.isBlank() ? NOTHING : words;
  }

  private ObjectNode text(String whole) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request
        .putObject("content")
        .putArray("parts")
        .addObject()
        .put("text", TextCut.to(whole, mostTokens - TITLE_TOKENS));
    return request;
  }
}
