package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers `batchEmbedContents` with vectors of words. As with Gemini, the first model's vectors
/// have not the length 1 unless they are whole.
final class Embeddings {
  private static final float FIRST_LENGTH = 0.7f;

  /// What later models are told by words, and is no part of what a text means.
  private static final Pattern ASKED = Pattern.compile("(?s)task: [^|]+ \\| query: (.*)");

  private static final Pattern TITLED = Pattern.compile("(?s)title: (.*?) \\| text: (.*)");

  private Embeddings() {}

  static ObjectNode of(GeminiRequest batch) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode embeddings = answer.putArray("embeddings");
    int tokens = 0;
    for (JsonNode request : batch.body().path("requests")) {
      embeddings.addObject().set("values", values(batch.model(), request));
      tokens +=
          TokenMeter.tokensOf(request.path("content")) + TokenMeter.tokensOf(request.path("title"));
    }
    ObjectNode usage = answer.putObject("usageMetadata").put("promptTokenCount", tokens);
    usage
        .putArray("promptTokenDetails")
        .addObject()
        .put("modality", "TEXT")
        .put("tokenCount", tokens);
    return answer;
  }

  private static ArrayNode values(String model, JsonNode request) {
    int dimensions = request.path("outputDimensionality").asInt(HashEmbedding.DEFAULT_DIMENSIONS);
    String text = GeminiRequest.textOf(request.path("content"));
    boolean whole = dimensions == HashEmbedding.DEFAULT_DIMENSIONS;
    return ModelCatalog.embedsByTaskType(model)
        ? HashEmbedding.of(
            request.path("title").asText() + " " + text, dimensions, whole ? 1 : FIRST_LENGTH)
        : HashEmbedding.of(meant(text), dimensions, 1);
  }

  private static String meant(String text) {
    Matcher asked = ASKED.matcher(text);
    if (asked.matches()) {
      return asked.group(1);
    }
    Matcher titled = TITLED.matcher(text);
    if (!titled.matches()) {
      return text;
    }
    String title = titled.group(1);
    return (title.equals("none") ? "" : title + " ") + titled.group(2);
  }
}
