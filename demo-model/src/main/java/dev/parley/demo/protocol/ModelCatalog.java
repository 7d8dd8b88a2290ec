package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The models that the server says it has. It answers as any model whose name begins like Gemini's.
final class ModelCatalog {
  private static final List<String> TALKING =
      List.of(
          "gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-4-argon", "gemini-3.1-flash-image");
  private static final String EMBEDDING = "gemini-embedding-2";

  private ModelCatalog() {}

  static boolean knows(String model) {
    return model.startsWith("gemini-");
  }

  static ObjectNode list() {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    var models = list.putArray("models");
    TALKING.forEach(model -> models.add(describe(model)));
    models.add(describe(EMBEDDING));
    return list;
  }

  static ObjectNode describe(String model) {
    boolean embeds = model.startsWith("gemini-embedding");
    ObjectNode description =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "models/" + model)
            .put("displayName", model + " (demo)")
            .put("inputTokenLimit", embeds ? 8_192 : 1_048_576)
            .put("outputTokenLimit", embeds ? 1 : 65_536);
    var methods = description.putArray("supportedGenerationMethods");
    if (embeds) {
      methods.add("batchEmbedContents");
    } else {
      methods.add("generateContent").add("streamGenerateContent").add("countTokens");
    }
    return description;
  }
}
