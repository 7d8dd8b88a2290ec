package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/// What Gemini refuses of requests for vectors, by its documentation ("Embeddings") and by what it
/// is seen to answer.
final class EmbeddingRules {
  private static final int MOST_REQUESTS = 100;
  private static final int LEAST_DIMENSIONS = 128;

  private EmbeddingRules() {}

  /// Throws a [RefusedException] at the first rule that the batch breaks.
  static void check(GeminiRequest batch) {
    if (!ModelCatalog.embeds(batch.model())) {
      throw new RefusedException(
          ProtocolError.of(
              404,
              "models/%s is not found for API version v1beta, or is not supported for embedContent."
                  .formatted(batch.model())));
    }
    JsonNode requests = batch.body().path("requests");
    if (requests.isEmpty()) {
      throw RefusedException.because("* BatchEmbedContentsRequest.requests: must not be empty");
    }
    if (requests.size() > MOST_REQUESTS) {
      throw RefusedException.because(
          "* BatchEmbedContentsRequest.requests: at most 100 requests can be in one batch");
    }
    requests.forEach(request -> check(batch.model(), request));
  }

  private static void check(String model, JsonNode request) {
    if (!request.path("model").asText().equals("models/" + model)) {
      throw RefusedException.because(
          "* EmbedContentRequest.model: must be the model of the batch, models/" + model);
    }
    checkText(model, request);
    checkTask(model, request);
    int dimensions = request.path("outputDimensionality").asInt(HashEmbedding.DEFAULT_DIMENSIONS);
    if (dimensions < LEAST_DIMENSIONS || dimensions > HashEmbedding.DEFAULT_DIMENSIONS) {
      throw RefusedException.because(
          "* EmbedContentRequest.output_dimensionality: must be between 128 and 3072");
    }
  }

  private static void checkText(String model, JsonNode request) {
    String text = GeminiRequest.textOf(request.path("content"));
    if (text.isBlank()) {
      throw RefusedException.because("* EmbedContentRequest.content: contains an empty Part.");
    }
    if (TokenMeter.tokensOf(text) > ModelCatalog.inputTokens(model)) {
      throw RefusedException.because("The input token count exceeds the maximum of the model.");
    }
  }

  private static void checkTask(String model, JsonNode request) {
    if (!ModelCatalog.embedsByTaskType(model)
        && (request.has("taskType") || request.has("title"))) {
      throw RefusedException.because("* EmbedContentRequest.task_type: not supported by " + model);
    }
    if (request.has("title") && !request.path("taskType").asText().equals("RETRIEVAL_DOCUMENT")) {
      throw RefusedException.because(
          "* EmbedContentRequest.title: only applicable to the task type RETRIEVAL_DOCUMENT");
    }
  }
}
