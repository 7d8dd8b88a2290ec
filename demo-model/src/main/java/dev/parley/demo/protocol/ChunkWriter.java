package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Words the chunks of one answer, each with the usage so far.
final class ChunkWriter {
  private final String model;
  private final String responseId;
  private final TokenMeter.Prompt prompt;
  private int cached;
  private int thinking;
  private int spoken;

  ChunkWriter(GeminiRequest request, TokenMeter.Prompt prompt) {
    this.model = request.model();
    this.prompt = prompt;
    this.cached = prompt.cached();
    this.responseId = Integer.toHexString(request.body().hashCode());
  }

  ObjectNode chunk(Step.Chunk step) {
    for (ObjectNode part : step.parts()) {
      int tokens = TokenMeter.tokensOf(part);
      if (part.path("thought").asBoolean()) {
        thinking += tokens;
      } else {
        spoken += tokens;
      }
    }
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    addCandidate(chunk, step.parts());
    return closed(chunk);
  }

  ObjectNode beside(Step.Beside step) {
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    chunk.putArray("candidates").addObject().put("index", 0).setAll(step.fields());
    return closed(chunk);
  }

  ObjectNode finish(Step.Finish step) {
    thinking += step.thinking();
    cached = step.cached().orElse(cached);
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    addCandidate(chunk, List.of(Parts.text(""))).put("finishReason", step.reason());
    return closed(chunk);
  }

  ObjectNode blocked(Step.Block step) {
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    chunk.putObject("promptFeedback").put("blockReason", step.reason());
    return closed(chunk);
  }

  private static ObjectNode addCandidate(ObjectNode chunk, List<ObjectNode> parts) {
    ObjectNode candidate = chunk.putArray("candidates").addObject().put("index", 0);
    candidate.putObject("content").put("role", "model").putArray("parts").addAll(parts);
    return candidate;
  }

  private ObjectNode closed(ObjectNode chunk) {
    ObjectNode usage = chunk.putObject("usageMetadata");
    usage.put("promptTokenCount", prompt.tokens());
    putPositive(usage, "cachedContentTokenCount", cached);
    putPositive(usage, "candidatesTokenCount", spoken);
    putPositive(usage, "thoughtsTokenCount", thinking);
    usage.put("totalTokenCount", prompt.tokens() + spoken + thinking);
    return chunk.put("modelVersion", model).put("responseId", responseId);
  }

  private static void putPositive(ObjectNode usage, String name, int count) {
    if (count > 0) {
      usage.put(name, count);
    }
  }
}
