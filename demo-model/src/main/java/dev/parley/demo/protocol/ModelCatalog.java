package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The models that the server says it has. It answers as any model whose name begins like Gemini's.
final class ModelCatalog {
  private static final List<String> TALKING =
      List.of(
          "gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-4-argon", "gemini-3.1-flash-image");
  private static final String FIRST_EMBEDDING = "gemini-embedding-001";
  private static final List<String> EMBEDDING = List.of("gemini-embedding-2", FIRST_EMBEDDING);

  private ModelCatalog() {}

  static boolean knows(String model) {
    return model.startsWith("gemini-");
  }

  static ObjectNode list() {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    var models = list.putArray("models");
    TALKING.forEach(model -> models.add(describe(model)));
    EMBEDDING.forEach(model -> models.add(describe(model)));
    return list;
  }

  /// Whether it makes vectors.
  static boolean embeds(String model) {
    return model.startsWith("gemini-embedding");
  }

  /// Whether a field tells it what a vector is for; the others are told by words.
  static boolean embedsByTaskType(String model) {
    return model.equals(FIRST_EMBEDDING);
  }

  /// How many tokens it takes.
  static int inputTokens(String model) {
    if (!embeds(model)) {
      return 1_048_576;
    }
    return embedsByTaskType(model) ? 2_048 : 8_192;
  }

  static ObjectNode describe(String model) {
    boolean embeds = embeds(model);
    ObjectNode description =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "models/" + model)
            .put("displayName", model + " (demo)")
            .put("inputTokenLimit", inputTokens(model))
            .put("outputTokenLimit", embeds ? 1 : 65_536);
    var methods = description.putArray("supportedGenerationMethods");
    if (embeds) {
      methods.add("embedContent").add("batchEmbedContents").add("countTokens");
    } else {
      methods.add("generateContent").add("streamGenerateContent").add("countTokens");
    }
    return description;
  }
}
