package dev.parley.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.VectorSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Texts whose vectors are asked for in one request.
///
/// @param mostTokens that they have together: no token is shorter than a byte of UTF-8
record EmbeddingBatch(List<ObjectNode> texts, long mostTokens) {
  /// More are refused: "at most 100 requests can be in one batch".
  static final int MOST_TEXTS = 100;

  /// Some 16,000 tokens of English: accounts without billing have 30,000 in a minute, and a larger
  /// request would never be let in.
  static final int MOST_BYTES = 64 * 1024;

  /// What surrounds each text.
  private static final int FRAME = 16;

  EmbeddingBatch {
    texts = List.copyOf(texts);
  }

  /// As few batches as hold all texts, in their order.
  static List<EmbeddingBatch> of(List<ObjectNode> texts) {
    List<EmbeddingBatch> batches = new ArrayList<>();
    List<ObjectNode> batch = new ArrayList<>();
    long size = 0;
    for (ObjectNode text : texts) {
      long more = FRAME + bytes(text);
      if (!batch.isEmpty() && (batch.size() == MOST_TEXTS || size + more > MOST_BYTES)) {
        batches.add(new EmbeddingBatch(batch, size));
        batch.clear();
        size = 0;
      }
      batch.add(text);
      size += more;
    }
    if (!batch.isEmpty()) {
      batches.add(new EmbeddingBatch(batch, size));
    }
    return batches;
  }

  private static long bytes(ObjectNode text) {
    return bytes(text.at("/content/parts/0/text")) + bytes(text.path("title"));
  }

  private static long bytes(JsonNode value) {
    return value.asText().getBytes(StandardCharsets.UTF_8).length;
  }

  int size() {
    return texts.size();
  }

  /// The body of the request.
  ObjectNode body(VectorSpace space) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var requests = body.putArray("requests");
    for (ObjectNode text : texts) {
      requests
          .addObject()
          .put("model", "models/" + space.model())
          .put("outputDimensionality", space.dimensions())
          .setAll(text);
    }
    return body;
  }

  /// The body of a request to count their tokens.
  ObjectNode counting() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var contents = body.putArray("contents");
    for (ObjectNode text : texts) {
      contents.add(text.path("content"));
      if (text.has("title")) {
        contents.addObject().putArray("parts").addObject().set("text", text.path("title"));
      }
    }
    return body;
  }
}
